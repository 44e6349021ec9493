"""One generic algorithm: any analysis of the program."""

import re

from qgis.core import QgsProcessingAlgorithm, QgsProcessingException
from qgis.PyQt.QtGui import QIcon

from . import arguments, catalogue, language, parameters, sources, styles
from .language import say
from .program import Cancelled, ProgramFault, Run
from .results import ResultLayer

_ICON = catalogue.FOLDER + '/icon.svg'
_OPTION = re.compile(r'(?<![\w-])--([a-z][a-z0-9-]*)')
# Where the parts of a run end, as shares of its time.
_COPIED, _COMPUTED = 0.1, 0.9


class DesakotaAlgorithm(QgsProcessingAlgorithm):
    """An analysis of the catalogue, run by the program at `path`."""

    def __init__(self, path, analysis):
        super().__init__()
        self._path = path
        self._analysis = analysis
        self._inputs = None
        self._styles = {}  # by destination

    def createInstance(self):
        return DesakotaAlgorithm(self._path, self._analysis)

    def name(self):
        return self._analysis['id'].replace('-', '')

    def displayName(self):
        return language.of(self._analysis['title'])

    def group(self):
        return language.of(self._analysis['group'])

    def groupId(self):
        return parameters.group_id(self._analysis)

    def tags(self):
        return parameters.tags(self._analysis)

    def shortDescription(self):
        return self.displayName()

    def shortHelpString(self):
        return parameters.help_text(self._analysis)

    def icon(self):
        return QIcon(_ICON)

    def svgIconPath(self):
        return _ICON

    def initAlgorithm(self, configuration=None):
        for parameter in self._analysis['parameters']:
            self.addParameter(parameters.make_parameter(parameter))
        for output in self._analysis['outputs']:
            self.addParameter(parameters.make_sink(self._analysis, output), True)
        for output in parameters.make_outputs():
            self.addOutput(output)

    def checkParameterValues(self, values, context):
        problems = arguments.problems(self, self._analysis, values, context)
        if problems:
            return False, '\n'.join(problems)
        return super().checkParameterValues(values, context)

    def prepareAlgorithm(self, values, context, feedback):
        # Scripts may come here without having asked whether their values can be accepted.
        accepted, problem = self.checkParameterValues(values, context)
        if not accepted:
            raise QgsProcessingException(problem)
        self._inputs = arguments.Inputs(self, self._analysis, values, context)
        return True

    def processAlgorithm(self, values, context, feedback):
        copies = sources.Copies()
        try:
            return self._process(values, context, feedback, copies)
        except Cancelled:
            return {}
        except QgsProcessingException:
            raise
        except (ProgramFault, OSError) as fault:
            raise QgsProcessingException(str(fault)) from fault
        except Exception as fault:  # never a traceback for the user
            raise QgsProcessingException(say('An internal fault of Desakota: {!r}. Please report it with the log.',
                                             'Kesalahan internal Desakota: {!r}. Mohon laporkan beserta lognya.')
                                         .format(fault)) from fault
        finally:
            copies.remove()

    def _process(self, values, context, feedback, copies):
        catalogue.check(self._path)  # it may have been replaced since QGIS was started
        progress = _Progress(feedback)
        words = self._inputs.words(copies, feedback, progress.part(0.0, _COPIED))
        if feedback.isCanceled():
            raise Cancelled()
        result = copies.path('result.gpkg')
        run = Run([self._path, self._analysis['id'], '--output=' + result, '--lang=' + language.code(), '--json',
                   '--quiet', '--progress-lines', '--allow-unused-options'] + words)
        answer = run.wait(feedback, progress.part(_COPIED, _COMPUTED))
        self._tell(answer, feedback)
        made = {layer['name'] for layer in answer['layers']}
        wanted = [output for output in self._analysis['outputs']
                  if output['name'] in made and arguments.is_wanted(values.get(self._sink_name(output)))]
        results = {}
        for number, output in enumerate(wanted):
            begin, share = _COMPUTED, (1.0 - _COMPUTED) / len(wanted)
            report = progress.part(begin + share * number, begin + share * (number + 1))
            layer = ResultLayer(result, output)
            destination = self._fill_sink(layer, values, context, feedback, report)
            results[self._sink_name(output)] = destination
            self._style(layer, destination, context)
        results[parameters.SUMMARY] = ' '.join(answer['summary'])
        for name, value in answer['figures'].items():
            if value is not None:
                results.setdefault(parameters.qgis_name(name), value)
        return results

    def _tell(self, answer, feedback):
        """Tells what the program told; its faults end the run, all in one text."""
        for text in answer['information']:
            feedback.pushInfo(self._in_titles(text))
        for text in answer['warnings']:
            feedback.pushWarning(self._in_titles(text))
        if answer['errors'] or answer['exit_status'] != 0:
            raise QgsProcessingException('\n'.join(self._in_titles(text) for text in answer['errors']))
        for text in answer['summary']:
            feedback.pushInfo(self._in_titles(text))

    def _in_titles(self, text):
        """Options as the dialog calls them: "Access limit" for --max-access."""
        titles = {parameter['name']: language.of(parameter['title']) for parameter in self._analysis['parameters']}

        def title(match):
            name = match.group(1)
            found = titles.get(name) or titles.get(name[3:] if name.startswith('no-') else name)
            return '"{}"'.format(found) if found else match.group(0)
        return _OPTION.sub(title, text)

    def _sink_name(self, output):
        return parameters.sink_name(self._analysis, output)

    def _fill_sink(self, layer, values, context, feedback, report):
        """Copies a layer of the result into its sink, and returns where that is."""
        name = self._sink_name(layer.output)
        sink, destination = self.parameterAsSink(values, name, context, layer.fields(), layer.wkb_type(), layer.crs())
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(values, name))
        if not layer.copy_to(sink, feedback, report):
            if feedback.isCanceled():
                raise Cancelled()
            raise QgsProcessingException(self.writeFeatureError(sink, values, name))
        del sink  # which writes the last rows
        layer.check_copy(destination)
        return destination

    def _style(self, layer, destination, context):
        found = layer.styles()
        self._styles[destination] = found
        if context.willLoadLayerOnCompletion(destination):
            details = context.layerToLoadOnCompletionDetails(destination)
            details.setPostProcessor(styles.StylingPostProcessor(layer.output, language.code(), found))

    def postProcessAlgorithm(self, context, feedback):
        for destination, found in self._styles.items():
            styles.save_styles(destination, found, feedback)
        return {}


class _Progress:
    """Tells the feedback how far the run is; never less than before."""

    def __init__(self, feedback):
        self._feedback = feedback

    def part(self, begin, end):
        """A function that takes the share of a part of the run that is done."""
        def report(share):
            percent = 100.0 * (begin + (end - begin) * min(max(share, 0.0), 1.0))
            if percent > self._feedback.progress():
                self._feedback.setProgress(percent)
        return report
