"""What a template may be written with: the parts of the language that are allowed. Knows no data and no format."""

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

from vforlob.render.filters import FILTERS, TESTS

ALLOWED = (
    *(nodes.Template, nodes.TemplateData, nodes.Output, nodes.Name, nodes.Const, nodes.Tuple, nodes.List),
    *(
        nodes.For,
        nodes.If,
        nodes.CondExpr,
        nodes.Compare,
        nodes.Operand,
        nodes.And,
        nodes.Or,
        nodes.Not,
        nodes.Neg,
        nodes.Pos,
    ),
    *(nodes.Add, nodes.Sub, nodes.Filter, nodes.Test, nodes.Getattr, nodes.Getitem, nodes.Slice),
    *(nodes.Macro, nodes.CallBlock, nodes.Call, nodes.Keyword, nodes.Assign, nodes.AssignBlock, nodes.FilterBlock),
    *(nodes.Include, nodes.Import, nodes.FromImport, nodes.With, nodes.Scope, nodes.Block, nodes.Extends),
)
REFUSED = {
    nodes.Mul: "En skabelon kan ikke gange.",
    nodes.Pow: "En skabelon kan ikke opløfte i potens.",
    nodes.Mod: "Tegnet % kan ikke bruges her. Skriv teksterne efter hinanden, eller sæt ~ imellem.",
    nodes.Div: "En skabelon kan ikke dividere.",
    nodes.FloorDiv: "En skabelon kan ikke dividere.",
    nodes.Dict: "En skabelon kan ikke lave sit eget opslag med { }.",
    nodes.ScopedEvalContextModifier: "Autoescape er altid slået til og kan ikke ændres.",
}


class TemplateFault(TemplateSyntaxError):
    """Our own refusal: the message is a Danish sentence, ready to be shown."""


class Checked(NodeTransformer):
    """Refuse what is not allowed, and put texts with ~ between them through the join that knows the limits."""

    def __init__(self, name: str | None, filename: str | None) -> None:
        self.name, self.filename = name, filename

    def visit(self, node: nodes.Node, *args: object, **kwargs: object) -> nodes.Node:
        if isinstance(node, nodes.Concat):
            node = self._joined(node)
        elif not isinstance(node, ALLOWED):
            self._refuse(node, REFUSED.get(type(node), "Det kan ikke stå i en skabelon."))
        self._check_names(node)
        self._check_list(node)
        self.generic_visit(node)
        return node

    def _joined(self, node: nodes.Concat) -> nodes.Filter:
        """Not through a list that the template wrote itself, so its parts may be anything."""
        parts = nodes.Tuple(node.nodes, "store", lineno=node.lineno)
        joined = nodes.Filter(parts, "join", [], [], None, None, lineno=node.lineno)
        parts.ctx = "joined"
        joined.set_environment(node.environment)  # type: ignore[arg-type]
        return joined

    def _check_names(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            self._refuse(node, f"Der er intet filter, der hedder »{short(node.name)}«. Der er: {', '.join(FILTERS)}.")
        if isinstance(node, nodes.Test) and node.name not in TESTS:
            self._refuse(node, f"Der er ingen prøve, der hedder »{short(node.name)}«. Der er: {', '.join(TESTS)}.")
        if isinstance(node, nodes.For) and node.recursive:
            self._refuse(node, "En løkke kan ikke kalde sig selv.")

    def _check_list(self, node: nodes.Node) -> None:
        """A list of lists could be far larger than the template that makes it."""
        is_list = isinstance(node, nodes.List | nodes.Tuple) and getattr(node, "ctx", "load") == "load"
        if is_list and not all(isinstance(item, nodes.Const) for item in node.iter_child_nodes()):
            self._refuse(node, "En liste i en skabelon kan kun rumme faste ord og tal.")

    def _refuse(self, node: nodes.Node, sentence: str) -> None:
        raise TemplateFault(sentence, node.lineno or 1, self.name, self.filename)


def short(name: object) -> str:
    """A piece of somebody's file, fit to stand in a sentence."""
    shown = "".join(char for char in str(name) if char.isprintable())
    return shown if len(shown) <= 40 else shown[:39] + "…"
