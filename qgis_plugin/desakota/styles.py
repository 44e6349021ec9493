"""The styles of a result: read from its file, applied to loaded layers, kept in a GeoPackage for everyone."""

import sqlite3
from collections import namedtuple
from contextlib import closing
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
    """Gives a loaded layer its styles, and its fields their titles."""

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


def _place(destination):
    """The file and the table that a sink wrote, where that is a GeoPackage, else None twice."""
    parts = QgsProviderRegistry.instance().decodeUri('ogr', destination)
    path = str(parts.get('path') or '')
    return (path, parts.get('layerName')) if path.lower().endswith('.gpkg') else (None, None)


def _take_out(path, table, styles):
    """Takes styles of the same names out of the file: QGIS 3.22 would ask in a window whether to replace them, which
    stops a program without windows for good. A file without a table's name in its source is new, and has none."""
    if not table:
        return
    with closing(sqlite3.connect(path)) as connection, connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'layer_styles'").fetchone():
            connection.executemany('DELETE FROM layer_styles WHERE f_table_name = ? AND styleName = ?',
                                   [(table, style.name) for style in styles])


def save_styles(destination, styles, feedback):
    """Keeps the styles in the GeoPackage that a sink wrote, the first as its default; elsewhere there is no place."""
    path, table = _place(destination)
    if not styles or path is None:
        return
    try:
        _take_out(path, table, styles)
    except sqlite3.Error as error:
        _tell_fault(styles[0], error, feedback)
        return
    layer = QgsVectorLayer(destination, 'result', 'ogr')
    for number, style in enumerate(styles):
        _apply(layer, style.qml)
        fault = layer.saveStyleToDatabase(style.name, style.title, number == 0, '')
        if fault:
            _tell_fault(style, fault, feedback)
            return


def _tell_fault(style, fault, feedback):
    feedback.pushWarning(say('The style "{}" could not be kept in the file: {}',
                             'Gaya "{}" tidak dapat disimpan di berkas: {}').format(style.title, fault))
