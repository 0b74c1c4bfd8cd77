dossierSearch("t-445","Aхайратон 3HkH3B0NyH I= 3H Cрактеристик xFh2B Bот jI0K Dел tqB Cчет rH Bроник 8XiO Eологическ imB ")
<!-- dossier: search/ru/t-445.js -->
