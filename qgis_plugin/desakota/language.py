"""Texts in the two languages of Desakota."""

from qgis.core import QgsApplication


def code():
    """"id" where QGIS speaks Indonesian, else "en"."""
    return 'id' if QgsApplication.locale().lower().startswith('id') else 'en'


def say(english, indonesian):
    """The one of two texts that the user reads."""
    return indonesian if code() == 'id' else english


def of(text):
    """The same for a text of the catalogue, {"en": ..., "id": ...}."""
    return text[code()]
