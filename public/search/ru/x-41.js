dossierSearch("x-41",[])
<!-- dossier: search/ru/x-41.js -->
