dossierSearch("x-34",[])
<!-- dossier: search/ru/x-34.js -->
