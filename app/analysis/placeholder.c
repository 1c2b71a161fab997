int tp_analysis_placeholder; /* until the first file of the layer lands */
