"""What the user set, as options of the program."""

from qgis.core import QgsProcessingOutputLayerDefinition

from . import compatibility, language, parameters, sources
from .language import say


def is_wanted(value):
    """Whether a sink's value asks for the layer."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    return not _is_empty(value)


def number_text(value, whole):
    """As the program reads it, whatever the locale."""
    return str(int(value)) if whole else repr(float(value))


def split_numbers(text):
    """The parts of a list of numbers, between blanks or ';'."""
    return str(text).replace(';', ' ').split()


def _number_problems(parameter, value):
    problems = []
    for part in split_numbers(value):
        try:
            float(part)
        except ValueError:
            problems.append(say('"{0}": "{1}" is not a number. Separate numbers with blanks, and write the decimal '
                                'mark as a full stop.',
                                '"{0}": "{1}" bukan angka. Pisahkan angka dengan spasi, dan tulis tanda desimal '
                                'sebagai titik.').format(language.of(parameter['title']), part))
    return problems


def _is_empty(value):
    return compatibility.is_null(value) or value == '' or value == []


def _range_text(parameter):
    unit = ' ' + parameter['unit'] if parameter.get('unit') else ''
    low, high = (_shortest(parameter[limit]) if limit in parameter else '' for limit in ('minimum', 'maximum'))
    if low and high:
        return say('{} to {}{}', '{} sampai {}{}').format(low, high, unit)
    if low:
        return say('at least {}{}', 'paling sedikit {}{}').format(low, unit)
    return say('at most {}{}', 'paling banyak {}{}').format(high, unit) if high else ''


def _shortest(number):
    text = repr(float(number))
    return text[:-2] if text.endswith('.0') else text


def _accepted_text(parameter):
    codes = ', '.join(choice['code'] for choice in parameter.get('choices', []))
    accepted = _range_text(parameter) or codes
    return say(' Accepted: {}.', ' Yang diterima: {}.').format(accepted) if accepted else ''


def _input_problems(parameter, definition, value, context):
    if not definition.checkValueIsAcceptable(value, context):
        text = say('"{}": this value cannot be used, or none is given.',
                   '"{}": nilai ini tidak dapat dipakai, atau belum diisi.').format(definition.description())
        return [text + _accepted_text(parameter)]
    return _number_problems(parameter, value) if parameter['kind'] == 'numbers' and not _is_empty(value) else []


def problems(algorithm, analysis, values, context):
    """All that is wrong with the values of a dialog, a sentence each."""
    found = []
    for parameter in analysis['parameters']:
        definition = algorithm.parameterDefinition(parameters.qgis_name(parameter['name']))
        value = values.get(definition.name(), definition.defaultValue())
        found += _input_problems(parameter, definition, value, context)
    for definition in algorithm.destinationParameterDefinitions():
        value = values.get(definition.name())
        if not is_wanted(value):
            continue
        is_sound, fault = definition.isSupportedOutputValue(value, context)
        if not is_sound:
            found.append('"{}": {}'.format(definition.description(), fault))
    return found


class Inputs:
    """The values of a run. Made in the thread of the layers; read in the thread of the run."""

    def __init__(self, algorithm, analysis, values, context):
        self._algorithm, self._analysis, self._values, self._context = algorithm, analysis, values, context
        self._layers = {}  # sources by parameter
        self._words = []
        self._fields = [(parameter, self._fields_of(parameter)) for parameter in analysis['parameters']
                        if parameter['kind'] in ('field', 'fields')]
        for parameter in analysis['parameters']:
            self._take_layers(parameter)
        for parameter in analysis['parameters']:
            if parameter['kind'] not in ('field', 'fields', 'layer', 'layers'):
                self._words += self._plain_words(parameter)
        self._algorithm = self._context = None  # neither is for another thread

    def words(self, copies, feedback, report):
        """The options; layers that the program cannot read are copied first."""
        words = []
        to_copy = [source for found in self._layers.values() for source in found if source.plain is None]
        for name, found in self._layers.items():
            for source in found:
                share = self._share(source, to_copy, report)
                words.append('--{}={}'.format(name, source.text(copies, feedback, share)))
        for parameter, names in self._fields:
            held = self._layers.get(parameter['of']) or []
            words += ['--{}={}'.format(parameter['name'], held[0].field(name) if held else name) for name in names]
        return words + self._words

    @staticmethod
    def _share(source, to_copy, report):
        """Tells of one copy's part of all copies."""
        if source.plain is not None:
            return report
        begin = to_copy.index(source) / len(to_copy)
        return lambda share: report(begin + share / len(to_copy))

    def _take_layers(self, parameter):
        if parameter['kind'] not in ('layer', 'layers'):
            return
        read = sources.source_of if parameter['kind'] == 'layer' else sources.sources_of
        chosen = [name for field, names in self._fields if field['of'] == parameter['name'] for name in names]
        found = read(self._algorithm, self._values, parameters.qgis_name(parameter['name']), self._context)
        for source in found:
            source.hold(chosen)
        if found:
            self._layers[parameter['name']] = found

    def _fields_of(self, parameter):
        name = parameters.qgis_name(parameter['name'])
        if _is_empty(self._values.get(name)):
            return []
        return [field for field in compatibility.field_names(self._algorithm, self._values, name, self._context)
                if field]

    def _plain_words(self, parameter):
        """The option of a value that differs from the default; the program knows the defaults itself."""
        option, value = '--' + parameter['name'], self._value(parameter)
        if value is None or value == '' or value == parameter.get('default'):
            return []
        if parameter['kind'] == 'yes_no':
            return [option if value else '--no-' + parameter['name']]
        if parameter['kind'] == 'numbers':
            return ['{}={}'.format(option, part) for part in split_numbers(value)]
        return ['{}={}'.format(option, number_text(value, parameter['whole'])
                               if parameter['kind'] == 'number' else value)]

    def _value(self, parameter):
        name = parameters.qgis_name(parameter['name'])
        kind, arguments = parameter['kind'], (self._values, name, self._context)
        if kind == 'raster':
            return sources.raster_of(self._algorithm, *arguments)
        if kind == 'yes_no':
            return self._algorithm.parameterAsBool(*arguments) or self._is_asked_by_a_sink(parameter)
        if _is_empty(self._values.get(name, parameter.get('default'))):
            return None
        if kind == 'number':
            return self._algorithm.parameterAsDouble(*arguments)
        if kind == 'choice':
            return self._algorithm.parameterAsEnumString(*arguments)
        if kind == 'file':
            return self._algorithm.parameterAsFile(*arguments)
        return self._algorithm.parameterAsString(*arguments)

    def _is_asked_by_a_sink(self, parameter):
        """Whether an output that this yes/no asks for is to be written."""
        return any(output.get('asked_by') == parameter['name'] and
                   is_wanted(self._values.get(parameters.sink_name(self._analysis, output)))
                   for output in self._analysis['outputs'])
