"""The parameters and outputs of an analysis as Processing knows them, and its texts."""

from html import escape as _escape

from qgis.core import (QgsProcessingOutputString,
                       QgsProcessingParameterBoolean, QgsProcessingParameterDistance, QgsProcessingParameterEnum,
                       QgsProcessingParameterFeatureSink, QgsProcessingParameterFeatureSource,
                       QgsProcessingParameterField, QgsProcessingParameterFile, QgsProcessingParameterMultipleLayers,
                       QgsProcessingParameterNumber, QgsProcessingParameterRasterLayer, QgsProcessingParameterString)

from . import compatibility, language
from .language import say

WIDGET = 'desakota.choice_widget.ChoiceWidgetWrapper'
MAIN_OUTPUT = 'OUTPUT'
SUMMARY = 'SUMMARY'

# Layers of settlements have the settlements' geometry, points or polygons.
_SINK_TYPES = {'none': compatibility.ANY_VECTOR, 'line': compatibility.LINES}
_TYPES = {'point': compatibility.POINTS, 'line': compatibility.LINES, 'polygon': compatibility.POLYGONS,
          'none': compatibility.ANY_VECTOR}


def escape(text):
    """As Qt escapes, which leaves apostrophes alone."""
    return _escape(text, quote=False).replace('"', '&quot;')


def qgis_name(name):
    """MAX_ACCESS for max-access, HEALTH_ACCESS_LEGS for health_access_legs."""
    return name.upper().replace('-', '_')


def is_optional(parameter):
    """Whether it may be left empty."""
    return not parameter['required'] and 'default' not in parameter


def sink_name(analysis, output):
    """The name of the sink for an output."""
    return MAIN_OUTPUT if output is analysis['outputs'][0] else qgis_name(output['name'])


def _title(parameter):
    title = language.of(parameter['title'])
    unit = parameter.get('unit')
    # Metres are shown, and chosen, by the widget for distances.
    return '{} ({})'.format(title, unit) if unit and unit != 'm' else title


def _source_types(parameter):
    geometry = parameter['geometry']
    if 'none' in geometry:
        return [compatibility.ANY_VECTOR]
    return [_TYPES[code] for code in geometry] or [compatibility.ANY_GEOMETRY]


def _layer(name, parameter):
    return QgsProcessingParameterFeatureSource(name, _title(parameter), _source_types(parameter), None,
                                               is_optional(parameter))


def _layers(name, parameter):
    types = _source_types(parameter)
    layers = QgsProcessingParameterMultipleLayers(name, _title(parameter),
                                                  types[0] if len(types) == 1 else compatibility.ANY_GEOMETRY, None,
                                                  is_optional(parameter))
    if parameter['required']:
        layers.setMinimumNumberInputs(1)
    return layers


def _raster(name, parameter):
    return QgsProcessingParameterRasterLayer(name, _title(parameter), None, is_optional(parameter))


def _field(name, parameter):
    kind = compatibility.NUMERIC_FIELD if parameter['numeric'] else compatibility.ANY_FIELD
    # Where the user names none, the program looks for the usual names.
    return QgsProcessingParameterField(name, _title(parameter), None, qgis_name(parameter['of']), kind,
                                       parameter['kind'] == 'fields', is_optional(parameter))


def _limits(parameter):
    return {limit: parameter[name] for limit, name in (('minValue', 'minimum'), ('maxValue', 'maximum'))
            if name in parameter}


def _number(name, parameter):
    optional, default = is_optional(parameter), parameter.get('default')
    if parameter['unit'] == 'm':
        distance = QgsProcessingParameterDistance(name, _title(parameter), default, None, optional,
                                                  **_limits(parameter))
        distance.setDefaultUnit(compatibility.METRES)
        distance.setMetadata({'widget_wrapper': {'decimals': 1}})
        return distance
    kind = compatibility.WHOLE_NUMBERS if parameter['whole'] else compatibility.ALL_NUMBERS
    return QgsProcessingParameterNumber(name, _title(parameter), kind, default, optional, **_limits(parameter))


def _choice(name, parameter):
    codes = [choice['code'] for choice in parameter['choices']]
    definition = QgsProcessingParameterEnum(name, _title(parameter), codes, False, parameter.get('default'),
                                            is_optional(parameter), True)
    labels = [language.of(choice['label']) for choice in parameter['choices']]
    definition.setMetadata({'widget_wrapper': {'class': WIDGET, 'labels': labels}})
    return definition


def _yes_no(name, parameter):
    return QgsProcessingParameterBoolean(name, _title(parameter), parameter['default'])


def _text(name, parameter):
    return QgsProcessingParameterString(name, _title(parameter), parameter.get('default'), False,
                                        is_optional(parameter))


def _file(name, parameter):
    definition = QgsProcessingParameterFile(name, _title(parameter))
    if is_optional(parameter):
        definition.setFlags(definition.flags() | compatibility.OPTIONAL)
    return definition


_MAKERS = {'layer': _layer, 'layers': _layers, 'raster': _raster, 'field': _field, 'fields': _field,
           'number': _number, 'numbers': _text, 'choice': _choice, 'yes_no': _yes_no, 'text': _text, 'file': _file}


def make_parameter(analysis, parameter):
    """The definition of one parameter of the catalogue."""
    definition = _MAKERS[parameter['kind']](qgis_name(parameter['name']), parameter)
    definition.setHelp(language.of(parameter['help']))
    if parameter['advanced']:
        definition.setFlags(definition.flags() | compatibility.ADVANCED)
    # Whoever chooses a place for the output asks for it: the dialog need not ask twice.
    if any(output.get('asked_by') == parameter['name'] for output in analysis['outputs']):
        definition.setFlags(definition.flags() | compatibility.HIDDEN)
    return definition


def make_sink(analysis, output):
    """The sink for one output: the main one always, the others on demand."""
    is_main = output is analysis['outputs'][0]
    sink = QgsProcessingParameterFeatureSink(sink_name(analysis, output), language.of(output['title']),
                                             _SINK_TYPES.get(output['geometry'], compatibility.ANY_GEOMETRY), None,
                                             not is_main, is_main)
    columns = ', '.join(column['name'] for column in output['columns'])
    sink.setHelp(say('Columns: ', 'Kolom: ') + columns)
    return sink


def make_outputs():
    """Outputs besides the layers, for models: the answer in sentences."""
    return [QgsProcessingOutputString(SUMMARY, say('Summary', 'Ringkasan'))]


def _column_lines(output):
    lines = ['<li><code>{}</code>: {}</li>'.format(escape(column['name']), escape(language.of(column['alias'])))
             for column in output['columns']]
    return '<ul>{}</ul>'.format(''.join(lines))


def help_text(analysis):
    """The analysis's help and the layers of its result with their columns, as HTML."""
    text = '<p>{}</p>'.format(escape(language.of(analysis['help'])))
    for output in analysis['outputs']:
        text += '<p><b>{}</b></p>'.format(escape(language.of(output['title']))) + _column_lines(output)
    return text


def tags(analysis):
    """Words to find the analysis by, in both languages."""
    words = analysis['id'].split('-')
    for part in ('title', 'group'):
        for code in ('en', 'id'):
            words += analysis[part][code].lower().replace(',', '').split(' ')
    return list(dict.fromkeys(words + ['desakota']))


def group_id(analysis):
    """The group's id: its English title, letters and digits only."""
    return ''.join(letter for letter in analysis['group']['en'].lower() if letter.isalnum())
