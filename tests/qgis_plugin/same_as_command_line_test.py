"""Whatever the layers come from, the results are those of the command line, in every value."""

import analyses
import support
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer


class SameAsCommandLine(support.PluginTest):
    maxDiff = 2000

    def expect_same(self, layer_of, source_of, without=()):
        """Runs every analysis both ways and compares all layers."""
        for analysis in support.catalogue():
            if analysis['id'] in without:
                continue
            with self.subTest(analysis=analysis['id']):
                results = self.run_algorithm(analysis['id'], analyses.qgis_values(analysis, layer_of))
                path = support.command_line(self.folder, analyses.words(analysis, source_of))
                for sink, output in analyses.sinks(analysis).items():
                    layer = self.layer_of(results, sink)
                    self.assertEqual(support.rows_of(layer), support.rows_in_file(path, output['name']), sink)
                    self.assertGreater(layer.featureCount(), 0, sink)

    @staticmethod
    def titled(name, subset=''):
        source = '{}|title={}'.format(support.sample_source(name), name)
        return source + ('|subset=' + subset if subset else '')

    def test_layers_in_files(self):
        self.expect_same(support.sample_layer, self.titled)

    def test_layers_in_memory(self):
        self.expect_same(lambda name: support.memory_copy(support.sample_layer(name)), self.titled)

    def test_filtered_layers(self):
        def layer_of(name):
            layer = support.sample_layer(name)
            if name == 'settlements':
                layer.setSubsetString("kecamatan <> 'Muara Telang' OR \"jumlah_kk\" > 500")
            return layer
        self.expect_same(layer_of, lambda name: self.titled(
            name, "kecamatan <> 'Muara Telang' OR \"jumlah_kk\" > 500" if name == 'settlements' else ''),
            # Its table of activities names all settlements.
            without=['hinterland-interaction'])

    def test_selected_features(self):
        def layer_of(name):
            layer = support.sample_layer(name)
            if name != 'settlements':
                return layer
            QgsProject.instance().addMapLayer(layer)
            layer.selectByExpression('"fid" % 2 = 1')
            return QgsProcessingFeatureSourceDefinition(layer.id(), True)
        self.expect_same(layer_of, lambda name: self.titled(name, 'fid % 2 = 1' if name == 'settlements' else ''),
                         without=['hinterland-interaction'])

    def test_virtual_layers(self):
        """Whose rows come in whatever order, as those of a database do: the order of their numbers holds."""
        def layer_of(name):
            layer = support.sample_layer(name)
            if layer.fields()[0].name() != 'fid':
                return layer
            QgsProject.instance().addMapLayer(layer)
            query = 'SELECT * FROM "{}" ORDER BY fid DESC'.format(layer.id())
            virtual = QgsVectorLayer('?query={}&uid=fid'.format(query), name, 'virtual')
            numbers = [feature.id() for feature in virtual.getFeatures()]
            self.assertEqual(numbers, sorted(numbers, reverse=True))
            return virtual
        self.expect_same(layer_of, self.titled)


if __name__ == '__main__':
    support.main()
