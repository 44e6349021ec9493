"""The compiled provider and the one that runs the program are the same to whoever uses them: definitions, results,
messages and faults. DESAKOTA_COMPILED names the plugin folder that holds the compiled provider."""

import os
import resource
import shutil
import sqlite3
from contextlib import closing
from unittest import mock

import analyses
import support
from desakota import catalogue
from qgis.core import QgsField, QgsProcessingContext, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

COMPILED = os.environ['DESAKOTA_COMPILED']


class BothWays(support.PluginTest):
    maxDiff = 4000

    def each_way(self, work):
        """What `work` gives with the compiled provider, and with the program."""
        self.plugin.unload()
        with mock.patch.object(catalogue, 'FOLDER', COMPILED):
            self.plugin.initProcessing()
        self.assertNotEqual(type(self.provider).__name__, 'DesakotaProvider', 'the compiled provider was not taken')
        compiled = work()
        self.plugin.unload()
        self.plugin.initProcessing()
        self.assertEqual(type(self.provider).__name__, 'DesakotaProvider')
        return compiled, work()

    def expect_same(self, work):
        compiled, run = self.each_way(work)
        self.assertEqual(run, compiled)

    @staticmethod
    def definition(definition):
        """All that can be seen of one."""
        return (definition.name(), definition.type(), definition.description(), definition.help(),
                definition.defaultValue(), int(definition.flags()), definition.metadata(),
                definition.toVariantMap() if hasattr(definition, 'toVariantMap') else None)

    def test_definitions(self):
        def work():
            found = {}
            for analysis in support.catalogue():
                algorithm = self.algorithm(analysis['id'])
                texts = (algorithm.id(), algorithm.displayName(), algorithm.group(), algorithm.groupId(),
                         algorithm.tags(), algorithm.shortHelpString(), algorithm.shortDescription(),
                         int(algorithm.flags()))
                outputs = [(output.name(), output.type(), output.description())
                           for output in algorithm.outputDefinitions()]
                found[analysis['id']] = (texts, outputs, [self.definition(definition) for definition
                                                          in algorithm.parameterDefinitions()])
            return found
        compiled, run = self.each_way(work)
        for analysis, (texts, outputs, definitions) in compiled.items():
            with self.subTest(analysis=analysis):
                self.assertEqual(run[analysis][0], texts)
                self.assertEqual(run[analysis][1], outputs)
                self.assertEqual(len(run[analysis][2]), len(definitions))
                for one, other in zip(run[analysis][2], definitions):
                    self.assertEqual(one, other)

    def test_results(self):
        for analysis in support.catalogue():
            for layer_of in (support.sample_layer, lambda name: support.memory_copy(support.sample_layer(name))):
                with self.subTest(analysis=analysis['id']):
                    def work():
                        feedback = support.Feedback()
                        results = self.run_algorithm(analysis['id'], analyses.qgis_values(analysis, layer_of), feedback)
                        sinks = analyses.sinks(analysis)
                        layers = {sink: self.layer_of(results, sink) for sink in sinks}
                        rows = {sink: support.rows_of(layer) for sink, layer in layers.items()}
                        shapes = {sink: ([field.type() for field in layer.fields()], layer.wkbType(),
                                         layer.crs().authid()) for sink, layer in layers.items()}
                        answers = {name: value for name, value in results.items() if name not in sinks}
                        return rows, shapes, answers, feedback.warnings
                    compiled, run = self.each_way(work)
                    for one, other in zip(run, compiled):
                        self.assertEqual(one, other)

    def test_faults(self):
        settlements = support.memory_copy(support.sample_layer('settlements'))
        index = settlements.fields().indexOf('jumlah_kk')
        settlements.dataProvider().changeAttributeValues({3: {index: -1}, 4: {index: -2}})
        plain = {'SETTLEMENTS': support.sample_layer('settlements'), 'ROADS': [support.sample_layer('roads')],
                 'FACILITIES': support.sample_layer('facilities'), 'OUTPUT': 'memory:'}
        for more in ({'SETTLEMENTS': settlements}, {'CUTOFF': 10.0}, {'FACILITIES': support.sample_layer('rivers')},
                     {'SETTLEMENTS': support.memory_copy(support.sample_layer('settlements')), 'NAME_FIELD': 'nothing'},
                     {'COUNT_AS': 'klinik'}, {'ROADS': []}, {'THRESHOLD': -3.0, 'MODE': 'plane'}):
            with self.subTest(more=more):
                self.expect_same(lambda: self.try_algorithm('health-access', dict(plain, **more),
                                                            support.Feedback())[1:])

    def test_a_full_disk_is_never_taken_for_a_result(self):
        """A limit of the size of files stands for the disk."""
        path = self.file('result.gpkg')
        plain = {'SETTLEMENTS': support.sample_layer('settlements'), 'ROADS': [support.sample_layer('roads')],
                 'FACILITIES': support.sample_layer('facilities'), 'OUTPUT': path}
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100 * 1024, before[1]))
        try:
            ends = self.each_way(lambda: self.try_algorithm('health-access', plain, support.Feedback()))
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        for results, is_done, _ in ends:
            self.assertEqual((results, is_done), ({}, False))
        # The program is ended by the limit, which a disk does not do; its own words are tested with it.
        self.assertIn('disk', ends[0][2])

    def values(self, output):
        return {'SETTLEMENTS': support.sample_layer('settlements'), 'ROADS': [support.sample_layer('roads')],
                'FACILITIES': support.memory_copy(support.sample_layer('facilities')), 'OUTPUT': output}

    def test_a_result_that_cannot_be_written_is_told_of_once(self):
        def work():
            feedback = support.Feedback()
            _, is_done, fault = self.try_algorithm('health-access', self.values('/proc/none/result.gpkg'), feedback)
            self.assertFalse(is_done)
            self.assertNotEqual(fault, '')
            self.assertEqual(len(feedback.told), len(set(feedback.told)))
            self.assertEqual(len(feedback.warnings), len(set(feedback.warnings)))
        self.each_way(work)

    def test_styles_that_the_file_does_not_take_are_a_warning(self):
        path = self.file('odd.gpkg')
        output = 'ogr:dbname=\'{}\' table="hasil" (geom)'.format(path)

        def work():
            feedback = support.Feedback()
            results = self.run_algorithm('health-access', self.values(output), feedback)
            self.assertEqual(self.layer_of(results).featureCount(), 41)
            return [text for text in feedback.warnings if support.say('style', 'aya ') in text]
        for warnings in self.each_way(work):
            self.assertEqual(warnings, [])
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute('DROP TABLE layer_styles')
            connection.execute('CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, other TEXT)')
        for warnings in self.each_way(work):
            self.assertEqual(len(warnings), 1)

    def test_a_layer_that_cannot_be_opened_ends_the_run(self):
        roads = support.SAMPLE + '|layername=roads'
        for more in ({'ROADS': []}, {'SETTLEMENTS': None}, {'ROADS': ['/none/roads.gpkg']}, {'ROADS': [roads, '/none/roads.gpkg']},
                     {'RIVERS': '/none/rivers.gpkg'}, {'LANDINGS': '/none/landings.gpkg'},
                     {'POPULATION_RASTER': '/none/people.tif'}):
            with self.subTest(more=more):
                def work():
                    return self.try_algorithm('health-access', dict(self.values('memory:'), **more),
                                              support.Feedback())[1]
                self.assertEqual(self.each_way(work), (False, False))

    def test_a_geopackage_that_leaves_its_system_open_has_none(self):
        path = shutil.copy(support.SAMPLE, self.file('open.gpkg'))
        for number in (-1, 0):
            with closing(sqlite3.connect(path)) as connection, connection:
                for table in ('gpkg_geometry_columns', 'gpkg_contents'):
                    connection.execute("UPDATE {} SET srs_id = ? WHERE table_name = 'settlements'".format(table),
                                       (number,))
            layer = QgsVectorLayer(path + '|layername=settlements', 'desa', 'ogr')
            self.assertTrue(layer.isValid())

            def work():
                return self.try_algorithm('health-access', dict(self.values('memory:'), SETTLEMENTS=layer),
                                          support.Feedback())[1:]
            for is_done, fault in self.each_way(work):
                self.assertFalse(is_done)
                self.assertIn(support.say('no coordinate system', 'tidak memiliki sistem koordinat'), fault)

    def test_dates_times_and_lists_are_read_alike(self):
        settlements = support.memory_copy(support.sample_layer('settlements'))
        settlements.dataProvider().addAttributes([QgsField('hari', QVariant.Date), QgsField('jam', QVariant.Time),
                                                  QgsField('saat', QVariant.DateTime),
                                                  QgsField('daftar', QVariant.StringList)])
        settlements.updateFields()
        count = settlements.fields().count()
        values = [QDate(2024, 2, 29), QTime(0, 20), QDateTime(QDate(2024, 2, 29), QTime(0, 20)), ['a', 'b']]
        settlements.dataProvider().changeAttributeValues(
            {row.id(): dict(zip(range(count - 4, count), values)) for row in settlements.getFeatures()})

        def work():
            results = self.run_algorithm('health-access', dict(
                self.values('memory:'), SETTLEMENTS=settlements, GROUP_FIELD=['hari', 'jam', 'saat', 'daftar'],
                HEALTH_ACCESS_SUMMARY='memory:'))
            names, rows = support.rows_of(self.layer_of(results, 'HEALTH_ACCESS_SUMMARY'))
            return [row[names.index('group_value')] for row in rows]
        for groups in self.each_way(work):
            self.assertEqual(groups, ['2024-02-29', '00:20:00', '2024-02-29T00:20:00', 'a,b', 'total'])

    def test_problems_of_a_dialog(self):
        def work():
            return self.algorithm('health-access').checkParameterValues({'THRESHOLD': -1, 'OUTPUT': 'memory:'},
                                                                        QgsProcessingContext())
        self.expect_same(work)


if __name__ == '__main__':
    support.main()
