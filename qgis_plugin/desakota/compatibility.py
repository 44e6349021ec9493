"""What differs between QGIS 3.22 and 4, and between Qt 5 and 6, is here and nowhere else."""

from qgis import core
from qgis.core import Qgis
from qgis.PyQt.QtCore import QMetaType, Qt, QVariant


def _first(*paths):
    """The first of several names that this QGIS knows, each from the module qgis.core on."""
    for path in paths:
        found = core
        for part in path.split('.'):
            found = getattr(found, part, None)
        if found is not None:
            return found
    raise ImportError(paths[0])


def minor_version():
    """Of the running QGIS: "3.22"."""
    number = Qgis.versionInt()
    return '{}.{}'.format(number // 10000, number // 100 % 100)


# Since QGIS 3.38 fields are made of QMetaType.Type, the only kind that Qt 6 has.
_TAKES_META_TYPES = Qgis.versionInt() >= 33800


def _field_type(meta_name, variant_name):
    if _TAKES_META_TYPES:
        return getattr(QMetaType.Type, meta_name)
    return getattr(QVariant, variant_name)


TEXT = _field_type('QString', 'String')
WHOLE_NUMBER = _field_type('LongLong', 'LongLong')
NUMBER = _field_type('Double', 'Double')
YES_NO = _field_type('Bool', 'Bool')

# The types of a field as QgsField.type() gives them, as numbers: Qt has the same ones in both versions.
TYPE_YES_NO, TYPE_INT, TYPE_UINT, TYPE_LONG, TYPE_ULONG, TYPE_DOUBLE = 1, 2, 3, 4, 5, 6
TYPE_TEXT, TYPE_BYTES, TYPE_DATE, TYPE_TIME, TYPE_DATE_TIME = 10, 12, 14, 15, 16

ANY_VECTOR = _first('Qgis.ProcessingSourceType.Vector', 'QgsProcessing.TypeVector')
ANY_GEOMETRY = _first('Qgis.ProcessingSourceType.VectorAnyGeometry', 'QgsProcessing.TypeVectorAnyGeometry')
POINTS = _first('Qgis.ProcessingSourceType.VectorPoint', 'QgsProcessing.TypeVectorPoint')
LINES = _first('Qgis.ProcessingSourceType.VectorLine', 'QgsProcessing.TypeVectorLine')
POLYGONS = _first('Qgis.ProcessingSourceType.VectorPolygon', 'QgsProcessing.TypeVectorPolygon')

ADVANCED = _first('Qgis.ProcessingParameterFlag.Advanced', 'QgsProcessingParameterDefinition.FlagAdvanced')
HIDDEN = _first('Qgis.ProcessingParameterFlag.Hidden', 'QgsProcessingParameterDefinition.FlagHidden')
OPTIONAL = _first('Qgis.ProcessingParameterFlag.Optional', 'QgsProcessingParameterDefinition.FlagOptional')
METRES = _first('Qgis.DistanceUnit.Meters', 'QgsUnitTypes.DistanceMeters')
WHOLE_NUMBERS = _first('Qgis.ProcessingNumberParameterType.Integer', 'QgsProcessingParameterNumber.Integer')
ALL_NUMBERS = _first('Qgis.ProcessingNumberParameterType.Double', 'QgsProcessingParameterNumber.Double')
ANY_FIELD = _first('Qgis.ProcessingFieldParameterDataType.Any', 'QgsProcessingParameterField.Any')
NUMERIC_FIELD = _first('Qgis.ProcessingFieldParameterDataType.Numeric', 'QgsProcessingParameterField.Numeric')

SKIP_VALIDITY_CHECKS = _first('Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks',
                              'QgsProcessingFeatureSource.FlagSkipGeometryValidityChecks')
FAST_INSERT = _first('QgsFeatureSink.Flag.FastInsert', 'QgsFeatureSink.FastInsert')
GDAL_WKT = _first('Qgis.CrsWktVariant.PreferredGdal', 'QgsCoordinateReferenceSystem.WKT_PREFERRED_GDAL')
ORIGIN_PROVIDER = _first('Qgis.FieldOrigin.Provider', 'QgsFields.OriginProvider')

ISO_DATE = Qt.DateFormat.ISODate

INFORMATION = _first('Qgis.MessageLevel.Info', 'Qgis.Info')
WARNING = _first('Qgis.MessageLevel.Warning', 'Qgis.Warning')


def number_of(enumerator):
    """An enumerator as a plain number: PyQt 6's are objects."""
    return int(getattr(enumerator, 'value', enumerator))


_NEVER_NULL = frozenset((str, int, float, bool))


def is_null(value):
    """Whether an attribute is missing: None, NULL, or a null date."""
    if type(value) in _NEVER_NULL:
        return False
    if value is None or value == core.NULL:
        return True
    return hasattr(value, 'isNull') and value.isNull()


def field_names(algorithm, parameters, name, context):
    """The fields that a field parameter names."""
    read = getattr(algorithm, 'parameterAsStrings', None) or algorithm.parameterAsFields
    return read(parameters, name, context)
