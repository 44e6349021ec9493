"""Every analysis of the program is there as an algorithm, complete, in the user's language."""

import analyses
import support
from desakota import compatibility
from qgis.core import QgsProcessingContext


class Parameters(support.PluginTest):
    def each(self):
        """Every analysis with its algorithm."""
        for analysis in support.catalogue():
            with self.subTest(analysis=analysis['id']):
                yield analysis, self.algorithm(analysis['id'])

    def test_every_analysis_is_an_algorithm(self):
        ids = {'desakota:' + analysis['id'].replace('-', '') for analysis in support.catalogue()}
        self.assertEqual({algorithm.id() for algorithm in self.provider.algorithms()}, ids)
        self.assertEqual(self.provider.name(), 'Desakota')
        self.assertEqual(self.provider.warningMessage(), '')
        self.assertFalse(self.provider.icon().isNull())

    def test_texts_are_in_the_users_language(self):
        for analysis, algorithm in self.each():
            self.assertEqual(algorithm.displayName(), analysis['title'][support.LANGUAGE])
            self.assertEqual(algorithm.group(), analysis['group'][support.LANGUAGE])
            self.assertEqual(algorithm.groupId(), analysis['group']['en'].lower().replace(' ', ''))
            self.assertIn(analysis['outputs'][0]['title'][support.LANGUAGE], algorithm.shortHelpString())
            for column in analysis['outputs'][0]['columns']:
                self.assertIn('<code>{}</code>'.format(column['name']), algorithm.shortHelpString())
            words = ' '.join(algorithm.tags())
            self.assertTrue(set(analysis['id'].split('-')) <= set(algorithm.tags()), words)

    def test_every_parameter_is_there_in_order_with_title_and_help(self):
        for analysis, algorithm in self.each():
            declared = analysis['parameters']
            definitions = [definition for definition in algorithm.parameterDefinitions()
                           if not definition.isDestination()]
            self.assertEqual([definition.name() for definition in definitions],
                             [analyses.qgis_name(parameter['name']) for parameter in declared])
            for parameter, definition in zip(declared, definitions):
                self.assertTrue(definition.description().startswith(parameter['title'][support.LANGUAGE]))
                self.assertEqual(definition.help(), parameter['help'][support.LANGUAGE])
                self.assertEqual(bool(definition.flags() & compatibility.ADVANCED), parameter['advanced'])
                is_optional = not parameter['required'] and 'default' not in parameter
                self.assertEqual(bool(definition.flags() & compatibility.OPTIONAL), is_optional, parameter['name'])

    def test_defaults_are_the_programs(self):
        for analysis, algorithm in self.each():
            for parameter in analysis['parameters']:
                definition = algorithm.parameterDefinition(analyses.qgis_name(parameter['name']))
                self.assertEqual(definition.defaultValue(), parameter.get('default'), parameter['name'])

    def test_choices_are_codes_and_their_labels_words(self):
        for analysis, algorithm in self.each():
            for parameter in analysis['parameters']:
                if parameter['kind'] != 'choice':
                    continue
                definition = algorithm.parameterDefinition(analyses.qgis_name(parameter['name']))
                self.assertTrue(definition.usesStaticStrings())
                self.assertEqual(definition.options(), [choice['code'] for choice in parameter['choices']])
                self.assertEqual(definition.metadata()['widget_wrapper']['labels'],
                                 [choice['label'][support.LANGUAGE] for choice in parameter['choices']])

    def test_every_output_is_a_sink_the_main_one_always(self):
        for analysis, algorithm in self.each():
            sinks = algorithm.destinationParameterDefinitions()
            self.assertEqual([sink.name() for sink in sinks], list(analyses.sinks(analysis)))
            for number, (sink, output) in enumerate(zip(sinks, analysis['outputs'])):
                self.assertEqual(sink.description(), output['title'][support.LANGUAGE])
                self.assertEqual(sink.createByDefault(), number == 0)
                self.assertEqual(bool(sink.flags() & compatibility.OPTIONAL), number > 0)
            self.assertIsNotNone(algorithm.outputDefinition('SUMMARY'))

    def test_all_problems_of_a_dialog_are_told_at_once(self):
        values = {'SETTLEMENTS': None, 'ROADS': None, 'FACILITIES': None, 'THRESHOLD': -1, 'OUTPUT': 'memory:'}
        is_sound, told = self.algorithm('health-access').checkParameterValues(values, QgsProcessingContext())
        self.assertFalse(is_sound)
        titles = {parameter['name']: parameter['title'][support.LANGUAGE]
                  for analysis in support.catalogue() if analysis['id'] == 'health-access'
                  for parameter in analysis['parameters']}
        for name in ('settlements', 'roads', 'facilities', 'threshold'):
            self.assertIn('"{}"'.format(titles[name]), told)
        self.assertEqual(len(told.split('\n')), 4, told)

    def test_an_instance_is_a_new_one_each_time(self):
        algorithm = self.algorithm('health-access')
        self.assertIsNot(algorithm.createInstance(), algorithm)
        self.assertEqual(algorithm.createInstance().name(), 'healthaccess')


if __name__ == '__main__':
    support.main()
