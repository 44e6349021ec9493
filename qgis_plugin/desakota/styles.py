"""The styles of a result: read from its file, applied to loaded layers, kept in a GeoPackage for everyone."""

import sqlite3
from collections import namedtuple
from urllib.parse import quote

from qgis.core import QgsMapLayerStyle, QgsProcessingLayerPostProcessorInterface, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from .language import say


# A style's name is the same in both languages; its title is in the run's.
Style = namedtuple('Style', 'name title qml')


def read_styles(path, layer_name):
    """The styles of a layer of a GeoPackage, the default one first."""
    try:
        connection = sqlite3.connect('file:{}?mode=ro'.format(quote(path)), uri=True)
        try:
            rows = connection.execute('SELECT styleName, description, styleQML FROM layer_styles '
                                      'WHERE f_table_name = ? ORDER BY useAsDefault DESC, id', (layer_name,))
            return [Style(name, title or name, qml) for name, title, qml in rows]
        finally:
            connection.close()
    except sqlite3.Error:
        return []  # a result without styles


def _apply(layer, qml):
    document = QDomDocument()
    document.setContent(qml)
    layer.importNamedStyle(document)


def _set_aliases(layer, output, language):
    aliases = {column['name']: column['alias'][language] for column in output['columns']}
    for index, field in enumerate(layer.fields()):
        if aliases.get(field.name()):
            layer.setFieldAlias(index, aliases[field.name()])


# QGIS holds the C++ side of a post-processor only; without this its Python side would be gone when it is called.
_waiting = set()


class StylingPostProcessor(QgsProcessingLayerPostProcessorInterface):
    """Names a loaded layer and its fields, and gives it its styles."""

    def __init__(self, output, language, styles):
        super().__init__()
        self._output = output
        self._language = language
        self._styles = styles
        _waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        _waiting.discard(self)
        if not isinstance(layer, QgsVectorLayer):
            return
        layer.setName(self._output['title'][self._language])
        manager = layer.styleManager()
        if self._styles:
            _apply(layer, self._styles[0].qml)
            manager.renameStyle(manager.currentStyle(), self._styles[0].title)
        for style in self._styles[1:]:
            manager.addStyle(style.title, QgsMapLayerStyle(style.qml))
        _set_aliases(layer, self._output, self._language)
        place = context.project().layerTreeRoot().findLayer(layer.id()) if context.project() else None
        if place is not None:
            place.setExpanded(True)
        layer.triggerRepaint()


def _is_in_geopackage(destination):
    parts = QgsProviderRegistry.instance().decodeUri('ogr', destination)
    return str(parts.get('path') or '').lower().endswith('.gpkg')


def _remove_styles(destination, styles):
    """Takes out what an earlier run has left: QGIS would ask whether to replace it, in whatever thread this is."""
    parts = QgsProviderRegistry.instance().decodeUri('ogr', destination)
    try:
        connection = sqlite3.connect(parts['path'])
        try:
            with connection:
                connection.executemany('DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = ?',
                                       [(parts.get('layerName') or '', style.name) for style in styles])
        finally:
            connection.close()
    except sqlite3.Error:
        pass  # no styles yet


def save_styles(destination, styles, feedback):
    """Keeps the styles in the GeoPackage that a sink wrote, the first as its default; elsewhere there is no place."""
    if not styles or not _is_in_geopackage(destination):
        return
    _remove_styles(destination, styles)
    layer = QgsVectorLayer(destination, 'result', 'ogr')
    for number, style in enumerate(styles):
        _apply(layer, style.qml)
        fault = layer.saveStyleToDatabase(style.name, style.title, number == 0, '')
        if fault:
            feedback.pushWarning(say('The style "{}" could not be kept in the file: {}',
                                     'Gaya "{}" tidak dapat disimpan di berkas: {}').format(style.title, fault))
            return
