dossierSearch("x-44",[[177,1,"According to the article Russia’s government has drafted the plan, which covers five years and ends in 2025. Its beginning is not given; the dossier reckons it back to 2021.",2,"The section about it also covers Vladimir Putin’s proposal on peacekeeping, which is a separate matter."]])
<!-- dossier: search/en/x-44.js -->
