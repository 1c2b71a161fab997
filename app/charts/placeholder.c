int tp_charts_placeholder; /* until the first file of the layer lands */
