dossierSearch("t-448","Aшаг mD7E0CsP6B Bест 7H2DsC8DMjBqCsCdM1BC9IS0V0B Eнадцат 57B Bирок sZ Bла jI Bтаб zLrQ9C Dт mDpCnFcduN8BU2W5H ")
<!-- dossier: search/ru/t-448.js -->
