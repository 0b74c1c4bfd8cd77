dossierSearch("t-39","A9 kS-MuO-GsJ Bм729 qc ")
