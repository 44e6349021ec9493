"""What the plugin itself has to tell, outside a run."""

from qgis.core import QgsMessageLog

from .compatibility import INFORMATION, WARNING

NAME = 'Desakota'


def note(text):
    """Writes a line into QGIS's log."""
    QgsMessageLog.logMessage(text, NAME, INFORMATION)


def warn(iface, text):
    """Tells the user in the message bar, where there is a window, and in the log."""
    QgsMessageLog.logMessage(text, NAME, WARNING)
    if iface is not None:
        iface.messageBar().pushMessage(NAME, text, WARNING)
