"""The program's result file, layer by layer into the sinks that the user asked for."""

import os

from qgis.core import (QgsFeature, QgsField, QgsFields, QgsProcessingException, QgsProviderRegistry,
                       QgsVectorLayer)

from . import compatibility, styles
from .language import say

_BATCH = 500
_TYPES = {'text': compatibility.TEXT, 'whole_number': compatibility.WHOLE_NUMBER, 'number': compatibility.NUMBER,
          'yes_no': compatibility.YES_NO}
# Columns that the catalogue does not list, because they are there on some questions only.
_TYPES_IN_FILE = {compatibility.TYPE_YES_NO: 'yes_no', compatibility.TYPE_INT: 'whole_number',
                  compatibility.TYPE_LONG: 'whole_number', compatibility.TYPE_DOUBLE: 'number'}
_OWN_COLUMNS = ('fid', 'geom')


class ResultLayer:
    """One layer of the result file."""

    def __init__(self, path, output):
        self.output = output
        self._path = path
        self._layer = QgsVectorLayer('{}|layername={}'.format(path, output['name']), output['name'], 'ogr')
        if not self._layer.isValid():
            raise QgsProcessingException(say('The layer {} of the result cannot be read.',
                                             'Lapisan {} dari hasil tidak dapat dibaca.').format(output['name']))
        self._declared = {column['name']: column['type'] for column in output['columns']}
        held = self._layer.fields()
        self._columns = [index for index in range(held.count()) if held[index].name() not in _OWN_COLUMNS]

    def fields(self):
        """Names and order as in the file, types as the catalogue declares them."""
        fields = QgsFields()
        for index in self._columns:
            held = self._layer.fields()[index]
            in_file = _TYPES_IN_FILE.get(compatibility.number_of(held.type()), 'text')
            fields.append(QgsField(held.name(), _TYPES[self._declared.get(held.name(), in_file)]))
        return fields

    def styles(self):
        return styles.read_styles(self._path, self.output['name'])

    def wkb_type(self):
        return self._layer.wkbType()

    def crs(self):
        return self._layer.crs()

    def check_copy(self, destination):
        """QGIS writes the last rows when a sink is closed, and tells nobody where that fails."""
        if not os.path.exists(QgsProviderRegistry.instance().decodeUri('ogr', destination).get('path') or ''):
            return
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = False
        written = QgsVectorLayer(destination, 'written', 'ogr', options)
        found = max(written.featureCount(), 0) if written.isValid() else 0
        if found != self._layer.featureCount():
            raise QgsProcessingException(
                say('{}: only {} of {} rows could be written. Is the disk full? Delete the file, then try again.',
                    '{}: hanya {} dari {} baris yang tertulis. Apakah disk penuh? Hapus berkasnya, lalu coba lagi.')
                .format(destination, found, self._layer.featureCount()))

    def copy_to(self, sink, feedback, report):
        """Adds all rows to the sink. False where the sink took one not, or the user stopped it."""
        fields = self.fields()
        count = max(self._layer.featureCount(), 1)
        for number, row in enumerate(self._layer.getFeatures(), 1):
            values = row.attributes()
            feature = QgsFeature(fields)
            feature.setAttributes([values[index] for index in self._columns])
            if row.hasGeometry():
                feature.setGeometry(row.geometry())
            if not sink.addFeature(feature, compatibility.FAST_INSERT):
                return False
            if number % _BATCH == 0:
                if feedback.isCanceled():
                    return False
                report(min(number / count, 1.0))
        return True
