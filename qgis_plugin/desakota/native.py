"""The compiled provider: the library beside this file, where it is there and was built for this QGIS."""

import ctypes
import os

from . import messages
from .compatibility import minor_version
from .language import say

LIBRARY = 'libdesakota_qgis.so'
BUILT_FOR = 'built_for.txt'


def _built_for(folder):
    with open(os.path.join(folder, BUILT_FOR), encoding='utf-8') as file:
        return file.read().strip()


def _fits(folder):
    """Whether the library was built for the minor version that runs: it would not load into another one."""
    built_for = _built_for(folder)
    if built_for == minor_version():
        return True
    messages.note(say(
        'The compiled part of Desakota was built for QGIS {}, and this is QGIS {}; the program desakota is used '
        'instead.',
        'Bagian terkompilasi Desakota dibuat untuk QGIS {}, sedangkan ini QGIS {}; sebagai gantinya dipakai program '
        'desakota.').format(built_for, minor_version()))
    return False


def _done(function):
    function.restype = ctypes.c_int
    function.argtypes = []
    return function() == 0


def register(folder):
    """Registers the compiled provider. Returns its library, or None, with the reason in the log, where that cannot
    be done."""
    if not os.path.exists(os.path.join(folder, LIBRARY)):
        return None
    try:
        if not _fits(folder):
            return None
        library = ctypes.CDLL(os.path.join(folder, LIBRARY))
        if _done(library.desakota_register):
            return library
        fault = say('it did not register itself', 'pustaka itu tidak mendaftarkan diri')
    except (OSError, AttributeError, ValueError) as error:
        fault = str(error)
    messages.note(say('The compiled part of Desakota cannot be used: {}. The program desakota is used instead.',
                      'Bagian terkompilasi Desakota tidak dapat dipakai: {}. Sebagai gantinya dipakai program '
                      'desakota.').format(fault))
    return None


def unregister(library):
    """Takes the compiled provider out of QGIS. The library itself stays loaded: QGIS may still hold its classes."""
    if not _done(library.desakota_unregister):
        messages.note(say('The compiled part of Desakota could not be taken out; restart QGIS.',
                          'Bagian terkompilasi Desakota tidak dapat dilepas; mulai ulang QGIS.'))
