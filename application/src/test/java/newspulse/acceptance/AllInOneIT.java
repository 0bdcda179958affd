package newspulse.acceptance;

final class AllInOneIT extends PipelineAcceptance {
    @Override
    Deployment.Shape shape() {
        return AllInOne::start;
    }
}
