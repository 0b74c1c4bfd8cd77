dossierSearch("d-6",[[51,"treaties/new-start.html","New START",6,"since 5 February 2011","","Treaty between Russia and the United States on strategic offensive arms; in force from 5 February 2011, as the dossier adds, and to run out in February 2021 as things stood at the date of the article.",""]])
<!-- dossier: search/en/d-6.js -->
