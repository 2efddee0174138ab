"""Which Word template a paper is written with: what Home Affairs uploaded, else the one of the product."""

from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from django.db.models.fields.files import FieldFile

from plans.models.papers.template import PaperTemplate
from plans.papers.catalogue import PAPERS


def file_in_force(kind: str) -> tuple[Path | FieldFile, str]:
    """The template in force as a file to be changed in Word, and its name."""
    uploaded = PaperTemplate.in_use(kind)
    return (uploaded.file, uploaded.file_name) if uploaded else built_in_file(kind)


def built_in_file(kind: str) -> tuple[Path, str]:
    return PAPERS[kind].built_in, f"mau-{kind}.docx"


def template_in_force(kind: str) -> Path | BinaryIO:
    """The uploaded template as it was checked, or the path of the built-in one."""
    uploaded = PaperTemplate.in_use(kind)
    if not uploaded:
        return PAPERS[kind].built_in
    with uploaded.file.open("rb") as file:
        return BytesIO(file.read())
