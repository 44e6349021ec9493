"""The option DESAKOTA_PROGRAM in Processing's options."""

from qgis.core import QgsSettings

from .language import say

PROGRAM = 'DESAKOTA_PROGRAM'
GROUP = 'Desakota'
_KEY = 'Processing/Configuration/' + PROGRAM  # where Processing keeps it


def chosen_program():
    """The program that the user chose; empty where none. Processing itself need not be there."""
    return str(QgsSettings().value(_KEY, '') or '').strip()


def add(icon):
    """Shows the option in Processing's options, where Processing is there."""
    try:
        from processing.core.ProcessingConfig import ProcessingConfig, Setting
    except ImportError:
        return
    ProcessingConfig.settingIcons[GROUP] = icon
    title = say('Program desakota (empty: looked for on this computer)',
                'Program desakota (kosong: dicari di komputer ini)')
    setting = Setting(GROUP, PROGRAM, title, '', valuetype=Setting.FILE)
    setting.read()
    ProcessingConfig.addSetting(setting)


def remove():
    """Takes the option away again."""
    try:
        from processing.core.ProcessingConfig import ProcessingConfig
    except ImportError:
        return
    if PROGRAM in ProcessingConfig.settings:
        ProcessingConfig.removeSetting(PROGRAM)
