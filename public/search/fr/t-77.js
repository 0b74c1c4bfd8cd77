dossierSearch("t-77","Awashington qW8DsZ5H Beb xF Bithdrawal va ")
<!-- dossier: search/fr/t-77.js -->
