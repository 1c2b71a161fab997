int tp_exchange_placeholder; /* until the first file of the layer lands */
