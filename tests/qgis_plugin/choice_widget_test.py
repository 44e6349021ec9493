"""The choice in Processing's dialogs shows words and gives codes; in the modeler other values as well."""

import support
from processing.gui.wrappers import WidgetWrapperFactory
from qgis.core import QgsProcessingModelChildParameterSource
from qgis.PyQt.QtWidgets import QDialog

# The factory tells the dialogs apart by the names of their classes.


class AlgorithmDialog(QDialog):
    pass


class BatchAlgorithmDialog(QDialog):
    pass


class ModelerParametersDialog(QDialog):
    source = QgsProcessingModelChildParameterSource.fromModelParameter('mode_of_model')

    def getAvailableValuesOfType(self, *_):
        return [self.source]

    def resolveValueDescription(self, value):
        return 'The mode of the model'


class ChoiceWidget(support.PluginTest):
    def setUp(self):
        super().setUp()
        self.kept = self.algorithm('health-access')  # owns the definition
        self.definition = self.kept.parameterDefinition('MODE')
        analysis = next(found for found in support.catalogue() if found['id'] == 'health-access')
        self.choices = next(parameter for parameter in analysis['parameters'] if parameter['name'] == 'mode')['choices']

    def wrapper(self, dialog):
        self.dialog = dialog
        return WidgetWrapperFactory.create_wrapper(self.definition, dialog)

    def shown(self, wrapper):
        return [wrapper.widget.itemText(index) for index in range(wrapper.widget.count())]

    def test_it_shows_words_and_gives_codes(self):
        for dialog in (AlgorithmDialog(), BatchAlgorithmDialog()):
            wrapper = self.wrapper(dialog)
            self.assertEqual(type(wrapper).__name__, 'ChoiceWidgetWrapper')
            self.assertEqual(self.shown(wrapper), [choice['label'][support.LANGUAGE] for choice in self.choices])
            self.assertEqual(wrapper.parameterValue(), self.definition.defaultValue())
            for choice in self.choices:
                wrapper.widget.setCurrentText(choice['label'][support.LANGUAGE])
                self.assertEqual(wrapper.parameterValue(), choice['code'])
                self.assertTrue(self.definition.checkValueIsAcceptable(wrapper.parameterValue()))

    def test_it_takes_codes_and_numbers_and_keeps_what_is_unknown_away(self):
        wrapper = self.wrapper(AlgorithmDialog())
        for value, code in (('car', 'car'), (0, self.choices[0]['code']), ('flying', self.choices[0]['code']),
                            (['walking'], 'walking'), (None, 'walking')):
            wrapper.setValue(value)
            self.assertEqual(wrapper.value(), code, value)

    def test_it_tells_of_changes(self):
        wrapper = self.wrapper(AlgorithmDialog())
        changes = []
        wrapper.widgetValueHasChanged.connect(lambda _: changes.append(wrapper.value()))
        wrapper.setValue('car')
        self.assertEqual(changes, ['car'])

    def test_the_modeler_offers_other_values(self):
        wrapper = self.wrapper(ModelerParametersDialog())
        self.assertEqual(self.shown(wrapper)[-1], 'The mode of the model')
        wrapper.setValue(ModelerParametersDialog.source)
        self.assertEqual(wrapper.value(), ModelerParametersDialog.source)
        wrapper.setValue('car')
        self.assertEqual(wrapper.value(), 'car')


if __name__ == '__main__':
    support.main()
