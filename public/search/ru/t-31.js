dossierSearch("t-31","A1 qcrX B0 xFyQ1G8GlJqO6BE C0 8XiO B1 69B B5 9HzDjKjGxf B7 7V B8 8XiO B9 8V5lB C41 0tB7G D5 1tB8G C87 qcrX D8 qcrX C92 9HzDkD7GKtDjClJqW5B D3 7HzDuGOipB0BB D4 7HzD D9 7HzDkDmDOjDKrlB ")
<!-- dossier: search/ru/t-31.js -->
