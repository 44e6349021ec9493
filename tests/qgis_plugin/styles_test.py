"""Results are styled: when they are loaded, and in the GeoPackage that they are written to."""

import sqlite3
import support
from desakota import catalogue
from qgis.core import (QgsProcessingContext, QgsProcessingOutputLayerDefinition, QgsProject, QgsProperty,
                       QgsSingleSymbolRenderer, QgsSymbol, QgsVectorLayer)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

# Runs the program and adds what is in styles.db to its result, as a later desakota does by itself.
STYLED = '''import os, sqlite3, subprocess, sys
status = subprocess.call([{program!r}] + sys.argv[1:])
for word in sys.argv:
    if word.startswith('--output='):
        database = sqlite3.connect(word[9:])
        database.execute("ATTACH {styles!r} AS made")
        database.execute("CREATE TABLE IF NOT EXISTS layer_styles AS SELECT * FROM made.layer_styles")
        database.commit()
sys.exit(status)
'''


def qml(layer, colour):
    """The style of a layer in one colour."""
    symbol = QgsSymbol.defaultSymbol(layer.geometryType())
    symbol.setColor(QColor(colour))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return document.toString()


def colour(layer):
    return layer.renderer().symbol().color().name()


class Styles(support.PluginTest):
    def setUp(self):
        super().setUp()
        layer = QgsVectorLayer('Polygon?crs=EPSG:4326', 'layer', 'memory')
        database = sqlite3.connect(self.file('styles.db'))
        database.execute('CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_catalog TEXT, f_table_schema TEXT, '
                         'f_table_name TEXT, f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, '
                         'useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time TEXT)')
        for name, title, is_default, shade in (('shares', 'Bagian (%)', 0, '#00ff00'),
                                               ('reached', 'Terjangkau', 1, '#ff0000')):
            database.execute("INSERT INTO layer_styles VALUES (NULL, '', '', 'health_access', 'geom', ?, ?, '', ?, ?, "
                             "'', NULL, '')", (name, qml(layer, shade), is_default, title))
        database.commit()
        self.set_program(self.write_program('styled', STYLED.format(program=support.PROGRAM,
                                                                    styles=self.file('styles.db'))))

    def values(self, output):
        return {'SETTLEMENTS': support.SAMPLE + '|layername=settlements',
                'ROADS': [support.SAMPLE + '|layername=roads'],
                'FACILITIES': support.SAMPLE + '|layername=facilities', 'OUTPUT': output}

    def loaded(self, output):
        """The layer as QGIS loads it at the end of a run."""
        definition = QgsProcessingOutputLayerDefinition(output, QgsProject.instance())
        results = self.run_algorithm('health-access', self.values(definition))
        details = self.context.layerToLoadOnCompletionDetails(results['OUTPUT'])
        layer = self.layer_of(results)
        details.postProcessor().postProcessLayer(layer, self.context, support.Feedback())
        return layer

    def test_a_loaded_layer_has_its_title_its_styles_and_aliases(self):
        for output in ('memory:', self.file('result.gpkg'), self.file('result.geojson')):
            layer = self.loaded(output)
            analysis = next(found for found in support.catalogue() if found['id'] == 'health-access')
            self.assertEqual(layer.name(), analysis['outputs'][0]['title'][support.LANGUAGE])
            self.assertEqual(colour(layer), '#ff0000')
            self.assertEqual(layer.styleManager().currentStyle(), 'Terjangkau')
            self.assertEqual(sorted(layer.styleManager().styles()), ['Bagian (%)', 'Terjangkau'])
            column = next(column for column in analysis['outputs'][0]['columns'] if column['name'] == 'total_m')
            index = layer.fields().indexOf('total_m')
            self.assertEqual(layer.attributeAlias(index), column['alias'][support.LANGUAGE])
            layer.styleManager().setCurrentStyle('Bagian (%)')
            self.assertEqual(colour(layer), '#00ff00')

    def test_a_geopackage_opens_styled_without_the_plugin(self):
        self.run_algorithm('health-access', self.values(self.file('result.gpkg')))
        layer = QgsVectorLayer(self.file('result.gpkg'), 'layer', 'ogr')
        self.assertEqual(colour(layer), '#ff0000')
        held = sqlite3.connect(self.file('result.gpkg')).execute(
            'SELECT styleName, description, useAsDefault FROM layer_styles ORDER BY id').fetchall()
        self.assertEqual(held, [('reached', 'Terjangkau', 1), ('shares', 'Bagian (%)', 0)])

    def test_a_result_without_styles_is_a_result(self):
        self.set_program(support.PROGRAM)
        layer = self.loaded(self.file('plain.gpkg'))
        self.assertGreater(layer.featureCount(), 0)


if __name__ == '__main__':
    support.main()
