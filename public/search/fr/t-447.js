dossierSearch("t-447","Aчасти -X ")
<!-- dossier: search/fr/t-447.js -->
