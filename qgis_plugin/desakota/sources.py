"""Layers of QGIS as the program reads them: a plain file by its path, everything else through a private copy."""

import os
import re
import shutil
import tempfile

from qgis.core import (QgsFeatureRequest, QgsProcessingException, QgsProcessingFeatureSourceDefinition,
                       QgsProcessingUtils, QgsProviderRegistry, QgsVectorLayer, QgsVectorLayerFeatureSource)

from . import compatibility
from .export import export
from .language import say

_WORKBOOKS = ('.xlsx', '.xlsm', '.ods', '.xls')
_PLAIN_FORMATS = ('.gpkg', '.shp', '.geojson', '.json', '.fgb')
_MORE_THAN_A_PATH = ('geometryType', 'authcfg', 'openOptions', 'vsiPrefix', 'vsiSuffix', 'uniqueGeometryType')


class Copies:
    """The private folder of a run, for copies of layers and for the result. Nothing of it stays."""

    def __init__(self):
        self._folder = None
        self._count = 0

    def path(self, name):
        """A path in the folder, which is made when the first is asked for."""
        if self._folder is None:
            self._folder = tempfile.mkdtemp(prefix='desakota_', dir=QgsProcessingUtils.tempFolder())
        return os.path.join(self._folder, name)

    def new_path(self):
        self._count += 1
        return self.path('{}.gpkg'.format(self._count))

    def remove(self):
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = None


def _title(name):
    """What messages call the layer: one line, without what ends a part of a source."""
    return ' '.join(name.replace('|', '/').split())


def _joined(path, parts):
    return '|'.join([path] + ['{}={}'.format(key, value) for key, value in parts if value])


def _layer_name(parts, layer):
    """The layer's name in its file; empty where the file has one layer; None where it is not sure."""
    if parts.get('layerId') is not None:
        return None
    if not parts['path'].lower().endswith('.gpkg'):
        return None if parts.get('layerName') else ''
    if parts.get('layerName'):
        return parts['layerName']
    return '' if len(layer.dataProvider().subLayers()) == 1 else None


def _is_plain_file(parts):
    path = parts.get('path') or ''
    return (os.path.isabs(path) and os.path.isfile(path) and '|' not in path and
            path.lower().endswith(_PLAIN_FORMATS) and not any(parts.get(part) for part in _MORE_THAN_A_PATH))


def _is_untouched(layer):
    """Whether the layer shows what its file holds: nothing edited, joined, computed or declared otherwise."""
    provider = layer.dataProvider()
    fields = layer.fields()
    origins = [fields.fieldOrigin(index) for index in range(fields.count())]
    return (layer.isValid() and layer.providerType() == 'ogr' and not layer.isEditable() and
            not layer.vectorJoins() and layer.crs() == provider.crs() and
            all(origin == compatibility.ORIGIN_PROVIDER for origin in origins))


def _has_utf8_texts(path, layer):
    """Shapefiles in other encodings are left to QGIS, in which users may have chosen one."""
    return not path.lower().endswith('.shp') or layer.dataProvider().encoding().upper() == 'UTF-8'


def _hides_a_field(layer):
    """Whether the file's feature number is a field of another name than GDAL's own: the program does not see it, and
    would not find it by its usual name ("id")."""
    return any(layer.fields()[index].name().lower() != 'fid' for index in layer.primaryKeyAttributes())


def _lacks_heading(layer):
    """Whether most fields are called Field1, Field2 ..., as GDAL calls them without a heading."""
    names = layer.fields().names()
    return 2 * sum(re.fullmatch(r'Field\d+', name) is not None for name in names) > len(names)


def _sheet_source(layer, parts):
    """A sheet of a workbook whose heading QGIS has not found, as the program reads it by itself; None otherwise."""
    path, sheet = parts.get('path') or '', parts.get('layerName') or ''
    is_sheet = path.lower().endswith(_WORKBOOKS) and '|' not in path + sheet and not layer.subsetString()
    if not is_sheet or not _lacks_heading(layer):
        return None
    return _joined(path, [('sheet', sheet), ('title', _title(layer.name()))])


def plain_source(layer):
    """The layer as the program reads it from its file, or None where only a copy surely holds what QGIS shows."""
    if layer is None or not _is_untouched(layer) or _hides_a_field(layer):
        return None
    parts = QgsProviderRegistry.instance().decodeUri('ogr', layer.source())
    sheet = _sheet_source(layer, parts)
    if sheet is not None:
        return sheet
    if not _is_plain_file(parts) or not _has_utf8_texts(parts['path'], layer):
        return None
    name = _layer_name(parts, layer)
    subset = layer.subsetString()
    if name is None or '|' in name or subset.lstrip().upper().startswith('SELECT '):
        return None
    return _joined(parts['path'], [('layername', name), ('title', _title(layer.name())), ('subset', subset)])


_DATES = (compatibility.TYPE_DATE, compatibility.TYPE_TIME, compatibility.TYPE_DATE_TIME)


def _shown_otherwise(layer):
    """The fields that QGIS shows otherwise than the program reads them from the file: the feature number, which a file
    may not have as a field, and dates, which are written in another form."""
    if layer is None:
        return set()
    numbers = {layer.fields()[index].name() for index in layer.primaryKeyAttributes()}
    return numbers | {field.name() for field in layer.fields() if compatibility.number_of(field.type()) in _DATES}


class Source:
    """One layer of a parameter: what to pass on, or what to copy first."""

    def __init__(self, layer, features, is_whole=True):
        self.plain = plain_source(layer) if is_whole else None
        self._features = features
        self._shown_otherwise = _shown_otherwise(layer)
        self._renamed = {}

    def hold(self, fields):
        """Passes on a copy where one of `fields`, those that are used, would not be read as QGIS shows it."""
        if self._shown_otherwise.intersection(fields):
            self.plain = None

    def text(self, copies, feedback, report):
        """The source as the program's option; copies the layer where it has to."""
        if self.plain is not None:
            return self.plain
        path = copies.new_path()
        self._renamed = export(self._features, path, feedback, report)
        return _joined(path, [('title', _title(self._features.name()))])

    def field(self, name):
        """A field's name in what is passed on: a copy cannot hold names that differ in letter case only."""
        return self._renamed.get(name, name)


def _all_of(features, name):
    """The features of an iterator; a fault where its provider failed, as a part of a layer would give other numbers."""
    yield from features
    if not features.isValid():
        raise QgsProcessingException(say(
            "{}: reading stopped. See QGIS's log of messages for the reason, then try again.",
            '{}: pembacaan terhenti. Lihat alasannya di log pesan QGIS, lalu coba lagi.').format(name))


_IN_ORDER = ('ogr', 'memory')


def _request(layer):
    """All rows of a layer. A database hands them out as they lie on its disk: there the order of their numbers holds."""
    request = QgsFeatureRequest()
    if layer is not None and layer.providerType() not in _IN_ORDER:
        request.addOrderBy('$id', True)
    return request


class _LayerFeatures:
    """What can be read of a vector layer in another thread than its own."""

    def __init__(self, layer):
        self._source = QgsVectorLayerFeatureSource(layer)
        self._request = _request(layer)
        self._count = layer.featureCount()
        self._type = layer.wkbType()
        self._fields = layer.fields()
        self._crs = layer.crs()
        self._name = layer.name()

    def name(self):
        return self._name

    def crs(self):
        return self._crs

    def fields(self):
        return self._fields

    def wkb_type(self):
        return self._type

    def count(self):
        return self._count

    def features(self):
        return _all_of(self._source.getFeatures(self._request), self._name)


class _SourceFeatures:
    """The same of a source of Processing, which knows selections and filters."""

    def __init__(self, source, layer):
        self._source = source
        self._request = _request(layer)

    def name(self):
        return self._source.sourceName()

    def crs(self):
        return self._source.sourceCrs()

    def fields(self):
        return self._source.fields()

    def wkb_type(self):
        return self._source.wkbType()

    def count(self):
        return self._source.featureCount()

    def features(self):
        # The program repairs geometries itself, and says so.
        return _all_of(self._source.getFeatures(self._request, compatibility.SKIP_VALIDITY_CHECKS), self.name())


def _takes_all_features(value):
    """Whether a parameter's value names a whole layer: no selection, limit or filter of its own."""
    if not isinstance(value, QgsProcessingFeatureSourceDefinition):
        return True
    return (not value.selectedFeaturesOnly and getattr(value, 'featureLimit', -1) < 0 and
            not getattr(value, 'filterExpression', ''))


def source_of(algorithm, parameters, name, context):
    """The source of a layer parameter, none where it is empty. To be called in the thread of the layers."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        if compatibility.is_null(parameters.get(name)) or parameters.get(name) == '':
            return []
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, name))
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    return [Source(layer, _SourceFeatures(source, layer), _takes_all_features(parameters.get(name)))]


def _vector_layer(algorithm, name, layer):
    if isinstance(layer, QgsVectorLayer) and layer.isValid():
        return layer
    raise QgsProcessingException(say('"{}": "{}" is no vector layer. Choose another one.',
                                     '"{}": "{}" bukan lapisan vektor. Pilih lapisan lain.')
                                 .format(algorithm.parameterDefinition(name).description(), layer.name()))


def _named_count(value):
    """How many things a value names, lists in lists counted out."""
    if isinstance(value, (list, tuple)):
        return sum(_named_count(part) for part in value)
    return 0 if compatibility.is_null(value) or value == '' else 1


def sources_of(algorithm, parameters, name, context):
    """The same for a parameter of several layers."""
    layers = [_vector_layer(algorithm, name, layer)
              for layer in algorithm.parameterAsLayerList(parameters, name, context)]
    if _named_count(parameters.get(name)) > len(layers):  # QGIS passes over layers that it cannot open
        raise QgsProcessingException(say('"{}": the layer cannot be opened. Choose another one.',
                                         '"{}": lapisan tidak dapat dibuka. Pilih lapisan lain.')
                                     .format(algorithm.parameterDefinition(name).description()))
    return [Source(layer, _LayerFeatures(layer)) for layer in layers]


def raster_of(algorithm, parameters, name, context):
    """The path of a raster parameter's file; empty where none is chosen."""
    layer = algorithm.parameterAsRasterLayer(parameters, name, context)
    if layer is None:
        if compatibility.is_null(parameters.get(name)) or parameters.get(name) == '':
            return ''
        raise QgsProcessingException(algorithm.invalidRasterError(parameters, name))
    path = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get('path')
    if layer.providerType() == 'gdal' and path:
        return path
    raise QgsProcessingException(say('"{}": "{}" is no raster file. Save it as a file, and choose that.',
                                     '"{}": "{}" bukan berkas raster. Simpan sebagai berkas, lalu pilih itu.')
                                 .format(algorithm.parameterDefinition(name).description(), layer.name()))
