"""Which layers are passed on by their path, which are copied first, and that copies hold what QGIS shows."""

import os
import support
from desakota import sources
from desakota.export import export
from osgeo import ogr
from qgis.core import (QgsCoordinateReferenceSystem, QgsFeature, QgsFeatureIterator, QgsField, QgsGeometry,
                       QgsPointXY, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorFileWriter,
                       QgsVectorLayer, QgsVectorLayerJoinInfo)
from qgis.PyQt.QtCore import QDate, QVariant


def converted(layer, path, driver):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.fileEncoding = 'UTF-8'
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context, options)
    return QgsVectorLayer(path, 'copy', 'ogr')


class Plain(support.PluginTest):
    def test_a_layer_of_a_geopackage_is_passed_on_with_its_filter(self):
        layer = support.sample_layer('roads', 'Jalan | "raya"\n2024')
        expected = support.SAMPLE + '|layername=roads|title=Jalan / "raya" 2024'
        self.assertEqual(sources.plain_source(layer), expected)
        layer.setSubsetString("\"class\" <> 'jalan | setapak'")
        self.assertEqual(sources.plain_source(layer), expected + "|subset=\"class\" <> 'jalan | setapak'")

    def test_the_only_layer_of_a_file_needs_no_name(self):
        for name, driver in (('a.gpkg', 'GPKG'), ('b.shp', 'ESRI Shapefile'), ('c.geojson', 'GeoJSON'),
                             ('d.fgb', 'FlatGeobuf')):
            layer = converted(support.sample_layer('landings'), self.file(name), driver)
            self.assertEqual(sources.plain_source(layer), self.file(name) + '|title=copy', driver)

    def test_what_shows_something_else_than_its_file_is_copied(self):
        layer = support.sample_layer('landings')
        layer.setCrs(QgsCoordinateReferenceSystem('EPSG:32748'))
        self.assertIsNone(sources.plain_source(layer))
        joined = support.sample_layer('settlements')
        other = support.sample_layer('facilities')
        QgsProject.instance().addMapLayers([joined, other])
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(other)
        join.setJoinFieldName('desa')
        join.setTargetFieldName('nama')
        joined.addJoin(join)
        self.assertIsNone(sources.plain_source(joined))
        self.assertIsNone(sources.plain_source(QgsVectorLayer('Point', 'memory', 'memory')))

    def test_what_is_not_sure_is_copied(self):
        for source in (support.SAMPLE, support.SAMPLE + '|layerid=2', '/vsizip/' + support.SAMPLE,
                       self.file('none.gpkg')):
            self.assertIsNone(sources.plain_source(QgsVectorLayer(source, 'layer', 'ogr')), source)
        barred = self.file('a|b.gpkg')
        converted(support.sample_layer('landings'), barred, 'GPKG')
        self.assertIsNone(sources.plain_source(QgsVectorLayer(barred, 'layer', 'ogr')))

    def test_a_file_whose_feature_number_is_a_field_of_another_name_is_copied(self):
        path = self.file('id.gpkg')
        dataset = ogr.GetDriverByName('GPKG').CreateDataSource(path)
        dataset.CreateLayer('desa', None, ogr.wkbPoint, ['FID=id'])
        dataset = None
        layer = QgsVectorLayer(path, 'desa', 'ogr')
        self.assertEqual(layer.fields().names(), ['id'])
        self.assertIsNone(sources.plain_source(layer))

    def test_a_layer_that_is_edited_is_copied(self):
        layer = converted(support.sample_layer('landings'), self.file('a.gpkg'), 'GPKG')
        layer.startEditing()
        self.assertIsNone(sources.plain_source(layer))
        layer.rollBack()
        self.assertIsNotNone(sources.plain_source(layer))


class Copied(support.PluginTest):
    def copy(self, layer):
        """The copy, open, and the names that changed."""
        path = self.file('copy.gpkg')
        renamed = export(sources._LayerFeatures(layer), path, support.Feedback(), lambda share: None)
        return ogr.Open(path), renamed

    @staticmethod
    def memory_layer(definition, rows):
        layer = QgsVectorLayer(definition, 'layer', 'memory')
        features = []
        for values in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(values)
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    def test_every_value_is_kept(self):
        layer = self.memory_layer(
            'NoGeometry?field=kode:string&field=big:int8&field=share:double&field=yes:bool&field=day:date',
            [['0012', 9007199254740993, 0.1, True, QDate(2024, 2, 29)], ['', -1, 1e300, False, None],
             [None, None, None, None, None], ['Désa ñ\'"', 0, -0.0, None, None]])
        dataset, _ = self.copy(layer)
        rows = [[feature.GetField(index) if feature.IsFieldSetAndNotNull(index) else None for index in range(5)]
                for feature in dataset.GetLayer(0)]
        self.assertEqual(rows, [['0012', 9007199254740993, 0.1, 1, '2024-02-29'], ['', -1, 1e300, 0, None],
                                [None] * 5, ['Désa ñ\'"', 0, 0.0, None, None]])

    def test_names_that_differ_in_letter_case_are_kept_apart(self):
        layer = self.memory_layer('Point?crs=EPSG:4326&field=Nama:string&field=nama:string&field=fid:integer'
                                  '&field=geom:integer', [['A', 'b', 7, 8]])
        dataset, renamed = self.copy(layer)
        self.assertEqual(renamed, {'nama': 'nama_2'})
        feature = dataset.GetLayer(0).GetNextFeature()
        self.assertEqual([feature.GetField(name) for name in ('Nama', 'nama_2', 'fid', 'geom')], ['A', 'b', 7, 8])

    def test_geometry_and_coordinate_system_are_kept(self):
        layer = QgsVectorLayer('PointZ?crs=EPSG:32748', 'layer', 'memory')
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt('PointZ(1.1 2.2 3.3)'))
        layer.dataProvider().addFeatures([feature, QgsFeature()])
        dataset, _ = self.copy(layer)
        copied = dataset.GetLayer(0)
        self.assertEqual(copied.GetSpatialRef().GetAuthorityCode(None), '32748')
        self.assertEqual([row.GetGeometryRef() and row.GetGeometryRef().ExportToIsoWkt() for row in copied],
                         ['POINT Z (1.1 2.2 3.3)', None])

    def test_order_comes_before_feature_numbers(self):
        class Unordered(sources._LayerFeatures):
            def features(self):
                return sorted(super().features(), key=lambda feature: -feature.id())
        layer = self.memory_layer('NoGeometry?field=n:integer', [[1], [2], [3]])
        path = self.file('copy.gpkg')
        export(Unordered(layer), path, support.Feedback(), lambda share: None)
        dataset = ogr.Open(path)
        rows = [(row.GetFID(), row.GetField(0)) for row in dataset.GetLayer(0)]
        self.assertEqual(rows, [(3, 3), (4, 2), (5, 1)])

    def test_a_provider_that_fails_is_a_message(self):
        class Failing(sources._LayerFeatures):
            def features(self):
                return sources._all_of(QgsFeatureIterator(), self.name())
        with self.assertRaisesRegex(Exception, support.say('layer: reading stopped', 'layer: pembacaan terhenti')):
            export(Failing(self.memory_layer('NoGeometry?field=n:integer', [[1]])), self.file('copy.gpkg'),
                   support.Feedback(), lambda share: None)

    def test_a_folder_that_cannot_be_written_is_a_message(self):
        layer = self.memory_layer('NoGeometry?field=n:integer', [[1]])
        with self.assertRaisesRegex(Exception, support.say('cannot be copied', 'tidak dapat disalin')):
            export(sources._LayerFeatures(layer), '/proc/none/copy.gpkg', support.Feedback(),
                   lambda share: None)


class Used(support.PluginTest):
    def values(self, **more):
        values = {'SETTLEMENTS': support.sample_layer('settlements'), 'ROADS': [support.sample_layer('roads')],
                  'FACILITIES': support.sample_layer('facilities'), 'OUTPUT': 'memory:'}
        values.update(more)
        return values

    def test_edits_that_are_not_saved_count(self):
        settlements = converted(support.sample_layer('settlements'), self.file('desa.gpkg'), 'GPKG')
        settlements.startEditing()
        first = next(settlements.getFeatures())
        settlements.changeAttributeValue(first.id(), settlements.fields().indexOf('nama'), 'Desa Baru')
        results = self.run_algorithm('health-access', self.values(SETTLEMENTS=settlements))
        names, rows = support.rows_of(self.layer_of(results))
        self.assertEqual(rows[0][names.index('settlement_name')], 'Desa Baru')

    def test_a_limit_of_features_is_kept(self):
        source = QgsProcessingFeatureSourceDefinition(support.SAMPLE + '|layername=settlements', False, 3)
        results = self.run_algorithm('health-access', self.values(SETTLEMENTS=source))
        self.assertEqual(self.layer_of(results).featureCount(), 3)

    def test_hostile_layer_names_come_through_in_messages(self):
        name = "Désa | $(rm -rf x) 'ñ' \"%s\" {0} --output"
        shown = name.replace('|', '/')
        settlements = support.memory_copy(support.sample_layer('settlements'))
        settlements.setName(name)
        settlements.dataProvider().changeAttributeValues({3: {settlements.fields().indexOf('jumlah_kk'): -5}})
        _, is_done, fault = self.try_algorithm('health-access', self.values(SETTLEMENTS=settlements),
                                               support.Feedback())
        self.assertFalse(is_done)
        self.assertTrue(fault.startswith(shown + ', fid 3 "'), fault)
        self.assertNotIn(os.environ['HOME'], fault)

    def test_a_field_that_was_renamed_in_the_copy_is_still_found(self):
        settlements = support.memory_copy(support.sample_layer('settlements'))
        settlements.startEditing()
        settlements.renameAttribute(settlements.fields().indexOf('jenis'), 'NAMA')
        settlements.commitChanges()
        results = self.run_algorithm('health-access', self.values(SETTLEMENTS=settlements, NAME_FIELD='NAMA'))
        names, rows = support.rows_of(self.layer_of(results))
        self.assertIn(rows[0][names.index('settlement_name')], ('desa', 'upt'))

    def test_texts_of_old_shapefiles_are_read_as_qgis_reads_them(self):
        settlements = support.memory_copy(support.sample_layer('settlements'))
        settlements.dataProvider().changeAttributeValues({1: {settlements.fields().indexOf('nama'): 'Désa Ñ'}})
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = 'ESRI Shapefile'
        for encoding in ('ISO-8859-1', 'UTF-8', 'CP1252'):
            options.fileEncoding = encoding
            path = self.file(encoding + '.shp')
            QgsVectorFileWriter.writeAsVectorFormatV3(settlements, path, QgsProject.instance().transformContext(),
                                                      options)
            layer = QgsVectorLayer(path, 'desa', 'ogr')
            results = self.run_algorithm('health-access', self.values(SETTLEMENTS=layer))
            names, rows = support.rows_of(self.layer_of(results))
            self.assertEqual(rows[0][names.index('settlement_name')], 'Désa Ñ', encoding)

    def test_the_feature_number_can_be_chosen_as_a_field(self):
        results = self.run_algorithm('health-access', self.values(ID_FIELD='fid'))
        names, rows = support.rows_of(self.layer_of(results))
        self.assertEqual([row[names.index('settlement_id')] for row in rows[:3]], ['1', '2', '3'])

    def test_dates_are_read_in_one_form_from_files_and_copies(self):
        copied = support.memory_copy(support.sample_layer('settlements'))
        copied.dataProvider().addAttributes([QgsField('hari', QVariant.Date)])
        copied.updateFields()
        index = copied.fields().indexOf('hari')
        copied.dataProvider().changeAttributeValues({row.id(): {index: QDate(2024, 2, 29)}
                                                     for row in copied.getFeatures()})
        for layer in (copied, converted(copied, self.file('hari.gpkg'), 'GPKG')):
            results = self.run_algorithm('health-access', self.values(SETTLEMENTS=layer, GROUP_FIELD=['hari'],
                                                                      HEALTH_ACCESS_SUMMARY='memory:'))
            names, rows = support.rows_of(self.layer_of(results, 'HEALTH_ACCESS_SUMMARY'))
            self.assertEqual(rows[0][names.index('group_value')], '2024-02-29')

    def test_points_with_no_coordinate_system_are_told_of(self):
        facilities = QgsVectorLayer('Point?field=nama:string&field=jenis:string', 'Faskes', 'memory')
        facilities.setCrs(QgsCoordinateReferenceSystem())
        feature = QgsFeature(facilities.fields())
        feature.setAttributes(['Puskesmas', 'puskesmas'])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(104.8, -2.5)))
        facilities.dataProvider().addFeatures([feature])
        _, is_done, fault = self.try_algorithm('health-access', self.values(FACILITIES=facilities),
                                               support.Feedback())
        self.assertFalse(is_done)
        self.assertIn('Faskes', fault)


if __name__ == '__main__':
    support.main()
