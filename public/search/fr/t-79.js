dossierSearch("t-79","Ay sB8CiBjCDsDlD0DyDuCEckC9B1B7HrDzHzDxE0B Beux 7O7fjE ")
<!-- dossier: search/fr/t-79.js -->
