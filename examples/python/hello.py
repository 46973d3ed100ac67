import stead

with stead.open("hello.db") as engine:
    account = engine.accounts.create(name="Cubeflakes", admin={"name": "Hank White", "email": "hankwhite@cubeflakes.com"})
    hank = engine.session(account.admin_user_id)
    identity = hank.identities.create(name="Luther Cooper", email="luthercooper@cubeflakes.com")  # plans the mail to him
    print(f"The identity of {identity.name} is {identity.status}.")
    answer = hank.explain("document.send", for_=identity.email)
    print("May Hank send for Luther?", "Yes." if answer else "No.")
    print(answer.text)
