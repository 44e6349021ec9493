"""The analyses, as the program tells them."""

import configparser
import json
import os

from . import program
from .language import say

FOLDER = os.path.dirname(os.path.abspath(__file__))
_kept = {}  # what a program told, by its path, time and size


def plugin_version():
    """The version in metadata.txt."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(os.path.join(FOLDER, 'metadata.txt'), encoding='utf-8')
    return metadata['general']['version']


def _asked(path):
    """The program's catalogue, or a fault that says what else it answered."""
    try:
        answer = json.loads(program.read_output([path, 'list', '--json']))
    except ValueError:
        answer = None
    if isinstance(answer, dict) and isinstance(answer.get('analyses'), list):
        return answer
    raise program.ProgramFault(say('{} is not the program desakota.', '{} bukan program desakota.').format(path))


def _told(path):
    """What the program at `path` tells of itself; asked again only where the file has changed."""
    try:
        status = os.stat(path)
    except OSError as error:
        raise program.ProgramFault(say('There is no program {} any more.', 'Program {} sudah tidak ada.')
                                   .format(path)) from error
    key = (path, status.st_mtime_ns, status.st_size)
    if key not in _kept:
        _kept[key] = _asked(path)
    return _kept[key]


def check(path):
    """Throws ProgramFault where the program is not, or no longer, of the plugin's version."""
    version = _told(path).get('version')
    if version == plugin_version():
        return
    raise program.ProgramFault(say(
        '{0} is version {1}, and this plugin is version {2}. Install the same version of both.',
        '{0} adalah versi {1}, sedangkan plugin ini versi {2}. Pasang versi yang sama untuk keduanya.').format(
            path, version, plugin_version()))


def load():
    """The path of the program and its analyses. Throws ProgramFault where there is none that fits."""
    path = program.find(FOLDER)
    check(path)
    return path, _told(path)['analyses']
