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

    def test_a_sheet_whose_heading_qgis_does_not_find(self):
        sheet = QgsVectorLayer(support.WORKBOOK + '|layername=Tabel 3.1', 'penduduk', 'ogr')
        self.assertIn('Field2', sheet.fields().names())
        analysis = next(each for each in support.catalogue() if each['id'] == 'match-names')
        values = {'SETTLEMENTS': support.sample_layer('settlements'), 'TABLE': sheet, 'DECIMAL': 'comma'}
        values.update({sink: 'memory:' for sink in analyses.sinks(analysis)})
        results = self.run_algorithm('match-names', values)
        path = support.command_line(self.folder, [
            'match-names', '--settlements', self.titled('settlements'), '--table',
            support.WORKBOOK + '|sheet=Tabel 3.1|title=penduduk', '--decimal', 'comma'])
        for sink, output in analyses.sinks(analysis).items():
            layer = self.layer_of(results, sink)
            self.assertEqual(support.rows_of(layer), support.rows_in_file(path, output['name']), sink)
        self.assertEqual(self.layer_of(results).featureCount(), 41)

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
