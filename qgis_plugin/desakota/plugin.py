"""The plugin: registers the compiled provider where it fits this QGIS, else the one that runs the program."""

from qgis.core import QgsApplication

from . import catalogue, native

ID = 'desakota'


class DesakotaPlugin:
    """What QGIS loads, switches on and off."""

    def __init__(self, iface):
        self._iface = iface
        self._library = None  # the compiled provider's, while it is registered
        self._provider = None

    def initProcessing(self):
        """Registers the provider, unless one is there already, from here or from a compiled plugin."""
        registry = QgsApplication.processingRegistry()
        if registry.providerById(ID) is not None:
            return
        self._library = native.register(catalogue.FOLDER)
        if self._library is not None:
            return
        from .provider import DesakotaProvider  # not needed, and not loaded, where the compiled one serves
        provider = DesakotaProvider(self._iface)
        if registry.addProvider(provider):
            self._provider = provider

    def initGui(self):
        self.initProcessing()

    def unload(self):
        """Takes out what was registered here."""
        if self._library is not None:
            native.unregister(self._library)
        elif self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
        self._library = None
        self._provider = None
