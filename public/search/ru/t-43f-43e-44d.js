dossierSearch("t-43f-43e-44d","0поэт d[1k8 2явл \\Nc9aE 3сн d]1 ")
<!-- dossier: search/ru/t-43f-43e-44d.js -->
