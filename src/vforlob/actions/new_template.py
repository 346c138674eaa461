"""Put a copy of our Word template where the kommune can make it its own. Asks nothing and overwrites nothing."""

import os

from vforlob.errors.place import NoDatabase
from vforlob.errors.render import TemplateExists
from vforlob.store.files import create_file, disk_problem, make_private_folder

DATABASE, TEMPLATES, NAME = "vforlob.db", "skabeloner", "dokument.docx"


def begin_template(data_folder: str) -> str:
    """The path of the copy. From now on it is the one that is used."""
    from vforlob.render.formats.docx import shipped  # late: python-docx costs as much as ten starts

    if not os.path.exists(os.path.join(data_folder, DATABASE)):
        raise NoDatabase(data_folder)
    path = os.path.join(data_folder, TEMPLATES, NAME)
    make_private_folder(os.path.dirname(path))
    try:
        create_file(path, shipped())
    except FileExistsError:
        raise TemplateExists(path) from None
    except OSError as error:
        raise disk_problem(error) from error
    return path
