"""Desakota in QGIS: every analysis of the engine as a Processing algorithm."""


def classFactory(iface):  # the name that QGIS calls
    """The plugin; `iface` is None in programs without windows, such as qgis_process."""
    from .plugin import DesakotaPlugin
    return DesakotaPlugin(iface)
