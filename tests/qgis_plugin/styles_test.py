"""Results are styled: when they are loaded, and in the GeoPackage that they are written to."""

import sqlite3

import support
from desakota.styles import read_styles
from qgis.core import QgsProcessingOutputLayerDefinition, QgsProject, QgsVectorLayer

# The program, with a result that has no styles.
PLAIN = '''import sqlite3, subprocess, sys
status = subprocess.call([{program!r}] + sys.argv[1:])
for word in sys.argv:
    if word.startswith('--output='):
        database = sqlite3.connect(word[9:])
        database.execute("DROP TABLE layer_styles")
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'layer_styles'")
        database.commit()
sys.exit(status)
'''


class Styles(support.PluginTest):
    def setUp(self):
        super().setUp()
        analysis = next(found for found in support.catalogue() if found['id'] == 'health-access')
        self.output = analysis['outputs'][0]
        self.names = [style['name'] for style in self.output['styles']]
        self.titles = [style['title'][support.LANGUAGE] for style in self.output['styles']]
        self.assertGreater(len(self.names), 1)

    def values(self, output):
        return {'SETTLEMENTS': support.SAMPLE + '|layername=settlements',
                'ROADS': [support.SAMPLE + '|layername=roads'],
                'FACILITIES': support.SAMPLE + '|layername=facilities', 'OUTPUT': output}

    def loaded(self, output):
        """The layer as QGIS loads it at the end of a run."""
        definition = QgsProcessingOutputLayerDefinition(output, QgsProject.instance())
        results = self.run_algorithm('health-access', self.values(definition))
        details = self.context.layerToLoadOnCompletionDetails(results['OUTPUT'])
        self.assertEqual(details.name, self.output['title'][support.LANGUAGE])
        layer = self.layer_of(results)
        details.postProcessor().postProcessLayer(layer, self.context, support.Feedback())
        return layer

    def expect_aliases(self, layer):
        for column in self.output['columns']:
            index = layer.fields().indexOf(column['name'])
            if index >= 0:
                self.assertEqual(layer.attributeAlias(index), column['alias'][support.LANGUAGE])

    def test_a_loaded_layer_has_its_title_its_styles_and_aliases(self):
        for output in ('memory:', self.file('result.gpkg'), self.file('result.geojson')):
            layer = self.loaded(output)
            self.expect_aliases(layer)
            styles = layer.styleManager()
            self.assertEqual(styles.currentStyle(), self.titles[0])
            self.assertEqual(set(styles.styles()), set(self.titles))
            first = layer.renderer().dump()
            self.assertNotEqual(layer.renderer().type(), 'singleSymbol')
            styles.setCurrentStyle(styles.styles()[-1])
            styles.setCurrentStyle(self.titles[0])
            self.assertEqual(layer.renderer().dump(), first)

    def test_a_name_that_the_user_or_a_model_chose_stays(self):
        definition = QgsProcessingOutputLayerDefinition('memory:', QgsProject.instance())
        definition.destinationName = 'Akses 2030'
        results = self.run_algorithm('health-access', self.values(definition))
        details = self.context.layerToLoadOnCompletionDetails(results['OUTPUT'])
        layer = self.layer_of(results)
        layer.setName(details.name)  # as QGIS does
        details.postProcessor().postProcessLayer(layer, self.context, support.Feedback())
        self.assertEqual(layer.name(), 'Akses 2030')

    def test_a_table_that_is_written_again_is_styled_again_without_a_question(self):
        path = self.file('result.gpkg')
        for _ in range(2):
            feedback = support.Feedback()
            self.run_algorithm('health-access', self.values('ogr:dbname=\'{}\' table="hasil" (geom)'.format(path)),
                               feedback)
            self.assertFalse(any(title in text for title in self.titles for text in feedback.warnings))
        held = sqlite3.connect(path).execute(
            'SELECT styleName, useAsDefault FROM layer_styles ORDER BY useAsDefault DESC, id').fetchall()
        self.assertEqual(held[0], (self.names[0], 1))
        self.assertEqual(sorted(name for name, _ in held), sorted(self.names))

    def test_a_geopackage_opens_styled_without_the_plugin(self):
        self.run_algorithm('health-access', self.values(self.file('result.gpkg')))
        layer = QgsVectorLayer(self.file('result.gpkg'), 'layer', 'ogr')
        loaded = self.loaded('memory:')
        self.assertEqual(layer.renderer().dump(), loaded.renderer().dump())
        held = sqlite3.connect(self.file('result.gpkg')).execute(
            'SELECT styleName, description, useAsDefault FROM layer_styles ORDER BY id').fetchall()
        expected = [(name, title, int(number == 0))
                    for number, (name, title) in enumerate(zip(self.names, self.titles))]
        self.assertEqual(held[0], expected[0])
        self.assertEqual(set(held), set(expected))

    def test_a_result_without_styles_is_a_result(self):
        self.set_program(self.write_program('plain', PLAIN.format(program=support.PROGRAM)))
        layer = self.loaded(self.file('plain.gpkg'))
        self.expect_aliases(layer)
        self.assertEqual(layer.renderer().type(), 'singleSymbol')
        self.assertEqual(read_styles(self.file('nothing.gpkg'), 'health_access'), [])


if __name__ == '__main__':
    support.main()
