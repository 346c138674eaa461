"""What is wrong with the dated rules themselves; a faulty file of rules is FaultyFile. Knows no words."""

from vforlob.errors.base import ExitCode, VforlobError


class RuleNotFound(VforlobError):
    """No rule with that id is in force on `day` (ISO, empty when the rule has no use there at all)."""

    exit_code = ExitCode.FAULTY_FILE

    def __init__(self, rule_id: str, day: str = "") -> None:
        super().__init__(rule_id)
        self.rule_id, self.day = rule_id, day
