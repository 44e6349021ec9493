"""The provider of the algorithms that run the program desakota."""

import os

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import catalogue, messages, settings
from .algorithm import DesakotaAlgorithm
from .program import ProgramFault

ICON = os.path.join(catalogue.FOLDER, 'icon.svg')


class DesakotaProvider(QgsProcessingProvider):
    """Holds an algorithm for each analysis of the program; none, and a warning, where there is no program."""

    def __init__(self, iface=None):
        super().__init__()
        self._iface = iface
        self._problem = ''

    def load(self):
        settings.add(self.icon())
        self.refreshAlgorithms()
        return True

    def unload(self):
        settings.remove()

    def loadAlgorithms(self):
        try:
            path, analyses = catalogue.load()
        except ProgramFault as fault:
            self._tell(str(fault))
            return
        self._problem = ''
        for analysis in analyses:
            self.addAlgorithm(DesakotaAlgorithm(path, analysis))

    def _tell(self, problem):
        """Once for each new problem: QGIS loads the algorithms again whenever an option changes."""
        if problem != self._problem:
            messages.warn(self._iface, problem)
        self._problem = problem

    def warningMessage(self):
        return self._problem

    def id(self):
        return 'desakota'

    def name(self):
        return messages.NAME

    def versionInfo(self):
        return catalogue.plugin_version()

    def icon(self):
        return QIcon(ICON)

    def svgIconPath(self):
        return ICON
