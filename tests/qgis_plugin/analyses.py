"""How each analysis is run on the sample layers, in QGIS and on the command line."""

LAYERS = {
    'health-access': ('settlements', 'facilities'),
    'distance-to-centre': ('settlements', 'centres'),
    'check-network': ('settlements', 'facilities')}
LINE_LAYERS = ('roads', 'rivers', 'ferries')
FIELDS = {
    'health-access': {'group-field': ['kecamatan', 'skp']},
    'distance-to-centre': {'group-field': ['kecamatan'], 'centre-level-field': ['tingkat']},
    'check-network': {}}
MORE = {
    'health-access': {'routes': True, 'threshold-min': 30.0, 'cutoff': 40000.0},
    'distance-to-centre': {'routes': True, 'cost': 'time'},
    'check-network': {}}


def qgis_name(name):
    return name.upper().replace('-', '_')


def qgis_values(analysis, layer_of):
    """The values for an algorithm; `layer_of` gives the layer of a name. All outputs are asked for."""
    values = {qgis_name(name): layer_of(name) for name in LAYERS[analysis['id']]}
    values.update({qgis_name(name): [layer_of(name)] for name in LINE_LAYERS})
    for name, fields in FIELDS[analysis['id']].items():
        values[qgis_name(name)] = fields if name == 'group-field' else fields[0]
    values.update({qgis_name(name): value for name, value in MORE[analysis['id']].items()})
    values.update({sink: 'memory:' for sink in sinks(analysis)})
    return values


def sinks(analysis):
    """The sinks by name, with the output that each takes."""
    return {('OUTPUT' if number == 0 else qgis_name(output['name'])): output
            for number, output in enumerate(analysis['outputs'])}


def words(analysis, source_of):
    """The words of the command line for the same run."""
    words_ = [analysis['id']]
    for name in LAYERS[analysis['id']] + LINE_LAYERS:
        words_ += ['--' + name, source_of(name)]
    for name, fields in FIELDS[analysis['id']].items():
        for field in fields:
            words_ += ['--' + name, field]
    for name, value in MORE[analysis['id']].items():
        words_ += ['--' + name] if value is True else ['--' + name, str(value)]
    return words_
