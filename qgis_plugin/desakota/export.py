"""Copies the features of a source into a GeoPackage, value for value and in their order."""

import json

from osgeo import gdal, ogr, osr
from qgis.core import QgsProcessingException

from . import compatibility as types
from .language import say

_BATCH = 500
_NO_FEATURES = -1
_KINDS = {types.TYPE_YES_NO: ogr.OFTInteger, types.TYPE_INT: ogr.OFTInteger, types.TYPE_UINT: ogr.OFTInteger64,
          types.TYPE_LONG: ogr.OFTInteger64, types.TYPE_ULONG: ogr.OFTInteger64, types.TYPE_DOUBLE: ogr.OFTReal,
          types.TYPE_TEXT: ogr.OFTString}


class _Quiet:
    """GDAL's messages of this thread are kept back; what matters is told through results."""

    def __enter__(self):
        gdal.PushErrorHandler('CPLQuietErrorHandler')

    def __exit__(self, *_):
        gdal.PopErrorHandler()


def _spatial_reference(crs):
    if not crs.isValid():
        return None
    reference = osr.SpatialReference()
    if reference.ImportFromWkt(crs.toWkt(types.GDAL_WKT)) != 0:
        return None
    return reference


def _geometry_type(wkb_type):
    """GDAL's number for one of QGIS: both follow the standard but for the old form with z."""
    number = types.number_of(wkb_type)
    if number == 100:
        return ogr.wkbNone
    flat = number % 1000 if number < 0x80000000 else number - 0x80000000
    return flat if 0 < flat < 20 else ogr.wkbUnknown


def _column_names(fields):
    """A name for each column: a file's columns differ in more than letter case. By field name where it changed."""
    taken, names, renamed = set(), [], {}
    for field in fields:
        name, number = field.name(), 2
        while name.lower() in taken:
            name = '{}_{}'.format(field.name(), number)
            number += 1
        taken.add(name.lower())
        names.append(name)
        if name != field.name():
            renamed[field.name()] = name
    return names, renamed


def _free_name(wanted, names):
    taken = {name.lower() for name in names}
    while wanted in taken:
        wanted += '_'
    return wanted


def _definition(name, kind):
    definition = ogr.FieldDefn(name, _KINDS.get(kind, ogr.OFTString))
    if kind == types.TYPE_YES_NO:
        definition.SetSubType(ogr.OFSTBoolean)
    return definition


def _set_yes_no(row, column, value):
    row.SetFieldInteger64(column, int(value))


def _set_whole_number(row, column, value):
    row.SetFieldInteger64(column, int(value))


def _set_number(row, column, value):
    row.SetField(column, float(value))


def _set_text(row, column, value):
    row.SetField(column, value)


def _set_date(row, column, value):
    row.SetField(column, value.toString(types.ISO_DATE))


def _set_other(row, column, value):
    """Lists with commas, maps as JSON, what else there is as text."""
    if isinstance(value, list):
        value = ','.join(str(item) for item in value)
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False, default=str)
    row.SetField(column, str(value))


_SETTERS = {types.TYPE_YES_NO: _set_yes_no, types.TYPE_INT: _set_whole_number, types.TYPE_UINT: _set_whole_number,
            types.TYPE_LONG: _set_whole_number, types.TYPE_ULONG: _set_whole_number, types.TYPE_DOUBLE: _set_number,
            types.TYPE_TEXT: _set_text, types.TYPE_DATE: _set_date, types.TYPE_TIME: _set_date,
            types.TYPE_DATE_TIME: _set_date}


class _Table:
    """The one table of the copy."""

    def __init__(self, path, source):
        fields = source.fields()
        names, self.renamed = _column_names(fields)
        # Bytes are no values that an analysis reads.
        kinds = [(index, types.number_of(field.type())) for index, field in enumerate(fields)
                 if types.number_of(field.type()) != types.TYPE_BYTES]
        self._columns = [(column, index, _SETTERS.get(kind, _set_other)) for column, (index, kind) in enumerate(kinds)]
        self._dataset = ogr.GetDriverByName('GPKG').CreateDataSource(path)
        geometry_type = _geometry_type(source.wkb_type())
        options = ['FID=' + _free_name('fid', names), 'GEOMETRY_NAME=' + _free_name('geom', names),
                   'SPATIAL_INDEX=NO']
        self._layer = self._dataset.CreateLayer('layer', _spatial_reference(source.crs()), geometry_type, options)
        for index, kind in kinds:
            self._layer.CreateField(_definition(names[index], kind))
        self._definition = self._layer.GetLayerDefn()
        self._has_geometry = geometry_type != ogr.wkbNone
        self._last_id = _NO_FEATURES
        self._dataset.StartTransaction()

    def add(self, feature):
        """Adds a row; a value that is not set stays missing."""
        row = ogr.Feature(self._definition)
        row.SetFID(self._id(feature.id()))
        attributes = feature.attributes()
        for column, index, set_value in self._columns:
            value = attributes[index] if index < len(attributes) else None
            if not types.is_null(value):
                set_value(row, column, value)
        if self._has_geometry and feature.hasGeometry():
            row.SetGeometryDirectly(ogr.CreateGeometryFromWkb(bytes(feature.geometry().asWkb())))
        if self._layer.CreateFeature(row) != 0:
            raise OSError(gdal.GetLastErrorMsg())

    def _id(self, number):
        """The feature's own number, which messages name, as long as that keeps the order."""
        self._last_id = number if number > self._last_id else max(self._last_id + 1, 1)
        return self._last_id

    def finish(self):
        if self._dataset.CommitTransaction() != 0:
            raise OSError(gdal.GetLastErrorMsg())
        self._definition = self._layer = None
        self._dataset = None


def _copy(source, table, feedback, report):
    count = max(source.count(), 1)
    for number, feature in enumerate(source.features(), 1):
        table.add(feature)
        if number % _BATCH == 0:
            if feedback.isCanceled():
                return
            report(min(number / count, 1.0))


def export(source, path, feedback, report):
    """Writes the features of `source` to a new GeoPackage with one table. Returns the names of the columns that could
    not keep a field's name, by field name."""
    with _Quiet():
        try:
            table = _Table(path, source)
            _copy(source, table, feedback, report)
            table.finish()
        except (OSError, RuntimeError, AttributeError, ValueError, OverflowError, TypeError) as error:
            raise QgsProcessingException(say(
                'A layer cannot be copied for the program: {}. Is the disk full?',
                'Sebuah lapisan tidak dapat disalin untuk program: {}. Apakah disk penuh?').format(error)) from error
    return table.renamed
