"""The what-if of a meeting: a road drawn as a temporary layer, on roads that other runs of the session have read."""

import os
from unittest import mock

import support
from desakota import catalogue
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject, QgsVectorLayer

COMPILED = os.environ.get('DESAKOTA_COMPILED')


class Scenario(support.PluginTest):
    def each_way(self, work):
        """Does it with the compiled provider, where there is one, and with the program."""
        if COMPILED:
            self.plugin.unload()
            with mock.patch.object(catalogue, 'FOLDER', COMPILED):
                self.plugin.initProcessing()
            with self.subTest(way='compiled'):
                self.assertNotEqual(type(self.provider).__name__, 'DesakotaProvider')
                work()
            self.plugin.unload()
            self.plugin.initProcessing()
        with self.subTest(way='program'):
            self.assertEqual(type(self.provider).__name__, 'DesakotaProvider')
            work()

    def ends(self):
        """The middles of the westernmost and the easternmost village."""
        places = [row.geometry().centroid().asPoint() for row in support.sample_layer('settlements').getFeatures()]
        return min(places, key=lambda place: place.x()), max(places, key=lambda place: place.x())

    def drawn_road(self):
        """A straight road between the outermost villages, as the planner draws it: in memory, without fields."""
        system = support.sample_layer('settlements').crs().authid()
        layer = QgsVectorLayer('LineString?crs=' + system, 'usulan', 'memory')
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(place) for place in self.ends()]))
        layer.dataProvider().addFeatures([feature])
        return layer

    def values(self, **more):
        values = {'SETTLEMENTS': support.sample_layer('settlements'), 'ROADS': [support.sample_layer('roads')],
                  'FACILITIES': support.sample_layer('facilities'), 'OUTPUT': 'memory:'}
        values.update(more)
        return values

    def answer(self, feedback=None, **more):
        """The rows of the result and all that is told."""
        feedback = feedback or support.Feedback()
        results = self.run_algorithm('compare-scenarios', self.values(**more), feedback)
        told = sorted(set(feedback.told + feedback.warnings))
        return support.rows_of(self.layer_of(results)), told, results['SUMMARY']

    def test_a_road_drawn_in_a_temporary_layer(self):
        def work():
            (names, rows), _, summary = self.answer(ADDED_ROADS=[self.drawn_road()])
            effects = {row[names.index('effect')] for row in rows}
            self.assertTrue(effects & {'nearer', 'newly_reached'}, effects)
            self.assertIn(support.say('roads added: 1', 'jalan ditambahkan: 1'), summary)
        self.each_way(work)

    def test_a_road_paved_in_a_temporary_copy(self):
        roads = support.memory_copy(support.sample_layer('roads'))
        few = [row.id() for row in roads.getFeatures()][3:]
        roads.dataProvider().deleteFeatures(few)

        def work():
            _, _, summary = self.answer(CHANGED_ROADS=[roads])
            self.assertIn(support.say('roads changed: 3', 'jalan diubah: 3'), summary)
        self.each_way(work)

    def test_a_second_scenario_is_what_it_is_alone(self):
        def work():
            cold = self.answer(ADDED_ROADS=[self.drawn_road()])
            self.answer(ADDED_FACILITIES=support.sample_layer('centres'))
            self.assertEqual(self.answer(ADDED_ROADS=[self.drawn_road()]), cold)
            QgsProject.instance().clear()
            self.assertEqual(self.answer(ADDED_ROADS=[self.drawn_road()]), cold)
        self.each_way(work)

    def test_roads_that_were_edited_are_read_anew(self):
        def work():
            roads = support.memory_copy(support.sample_layer('roads'))
            before = self.answer(ROADS=[roads], ADDED_ROADS=[self.drawn_road()])
            gone = [row.id() for row in roads.getFeatures()][::2]
            roads.dataProvider().deleteFeatures(gone)
            after = self.answer(ROADS=[roads], ADDED_ROADS=[self.drawn_road()])
            self.assertNotEqual(after[0], before[0])
            QgsProject.instance().clear()
            self.assertEqual(self.answer(ROADS=[roads], ADDED_ROADS=[self.drawn_road()]), after)
        self.each_way(work)

    def test_other_cleaning_and_another_season_are_other_networks(self):
        def work():
            for more in ({'CLEAN': 'off'}, {'SEASON': 'wet'}, {'TOLERANCE': 0.5}):
                self.answer(ADDED_ROADS=[self.drawn_road()])
                warm = self.answer(ADDED_ROADS=[self.drawn_road()], **more)
                QgsProject.instance().clear()
                self.assertEqual(self.answer(ADDED_ROADS=[self.drawn_road()], **more), warm)
        self.each_way(work)


if __name__ == '__main__':
    support.main()
