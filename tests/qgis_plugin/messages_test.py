"""What a run tells: everything at once, in the dialog's words."""

import support
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext


class Messages(support.PluginTest):
    def setUp(self):
        super().setUp()
        analysis = next(found for found in support.catalogue() if found['id'] == 'health-access')
        self.titles = {parameter['name']: parameter['title'][support.LANGUAGE] for parameter in analysis['parameters']}

    def values(self, **more):
        values = {name.upper(): support.sample_layer(name) for name in ('settlements', 'facilities')}
        values.update({'ROADS': [support.sample_layer('roads')], 'OUTPUT': 'memory:'})
        values.update(more)
        return values

    def quoted(self, option):
        return '"{}"'.format(self.titles[option])

    def test_faults_come_together_in_the_dialogs_words(self):
        settlements = support.memory_copy(support.sample_layer('settlements'))
        index = settlements.fields().indexOf('jumlah_kk')
        settlements.dataProvider().changeAttributeValues({2: {index: -1}, 5: {index: -7}})
        _, is_done, fault = self.try_algorithm('health-access', self.values(SETTLEMENTS=settlements),
                                               support.Feedback())
        self.assertFalse(is_done)
        lines = fault.split('\n')
        self.assertEqual(len(lines), 2, fault)
        self.assertIn('settlements, fid 2 "', lines[0])
        self.assertIn('settlements, fid 5 "', lines[1])

    def test_options_are_called_by_their_titles(self):
        _, is_done, fault = self.try_algorithm('health-access', self.values(CUTOFF=10.0), support.Feedback())
        self.assertFalse(is_done)
        self.assertTrue(fault.startswith(self.quoted('cutoff')), fault)
        self.assertNotIn('--', fault)

    def test_an_option_without_effect_is_a_warning(self):
        feedback = support.Feedback()
        self.run_algorithm('health-access', self.values(LANDINGS=support.sample_layer('landings')), feedback)
        warning = next(text for text in feedback.warnings if self.quoted('landings') in text)
        self.assertIn(self.quoted('rivers'), warning)

    def test_what_was_taken_is_told(self):
        feedback = support.Feedback()
        results = self.run_algorithm('health-access', self.values(), feedback)
        self.assertTrue(any('jumlah_kk' in text for text in feedback.told), feedback.told)
        self.assertIn(feedback.told[-1], results['SUMMARY'])
        self.assertEqual(results['SETTLEMENTS'], 41.0)

    def test_a_wanted_layer_need_not_be_asked_for_twice(self):
        results = self.run_algorithm('health-access', self.values(HEALTH_ACCESS_ROUTES='memory:'))
        self.assertGreater(self.layer_of(results, 'HEALTH_ACCESS_ROUTES').featureCount(), 0)
        results = self.run_algorithm('health-access', self.values(ROUTES=True))
        self.assertNotIn('HEALTH_ACCESS_ROUTES', results)

    def test_a_result_that_cannot_be_written_is_a_message(self):
        _, is_done, fault = self.try_algorithm('health-access', self.values(OUTPUT='/proc/none/result.gpkg'),
                                               support.Feedback())
        self.assertFalse(is_done)
        self.assertNotEqual(fault, '')
        self.assertNotIn('Traceback', fault)

    def test_it_runs_in_a_background_thread(self):
        settlements = support.memory_copy(support.sample_layer('settlements'))
        values = self.values(SETTLEMENTS=settlements)
        context = QgsProcessingContext()
        feedback = support.Feedback()
        ended = []
        task = QgsProcessingAlgRunnerTask(self.algorithm('health-access'), values, context, feedback)
        task.executed.connect(lambda is_done, results: ended.append((is_done, results)))
        QgsApplication.taskManager().addTask(task)
        while not ended:
            QgsApplication.processEvents()
        is_done, results = ended[0]
        self.assertTrue(is_done)
        self.assertEqual(results['SETTLEMENTS'], 41.0)


if __name__ == '__main__':
    support.main()
