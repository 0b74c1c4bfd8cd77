dossierSearch("t-43f-43e-44d","0поэт cd1 2явл \\Nc9aE 3сн d]1 ")
<!-- dossier: search/ru/t-43f-43e-44d.js -->
